import { compileFilters } from '#engine/expression/WireFilters';
import { compileRoute } from '#engine/model/compileRoute';
import type { NodeSetup } from '#engine/model/NodeKind';
import { generatorOf } from './generators/index';
import { keyChoiceOf } from './keyChoices/index';
import { mixOrderOf } from './mixOrders/index';
import { compilePayload } from './payload';
import type { PublisherSettings } from './publisherFields';
import type { PublisherPlan } from './PublisherState';
import { reactionOf } from './refusals/index';

/** Works out what a publisher will make from its settings. */
export function planPublisher(setup: NodeSetup): PublisherPlan {
  const settings = setup.settings as unknown as PublisherSettings; // The importer checked it against publisherFields.
  const typeOf = (id: string): number => Math.max(0, setup.eventTypes.indexOf(id));
  const generator = generatorOf(settings.generation);
  const mixOrder = mixOrderOf(settings.mixOrder);
  const rows = settings.mix.filter((entry) => entry.weight > 0);
  // Without a mix every event type of the flow is equally likely.
  const mix =
    rows.length > 0
      ? rows.map(({ type, weight }) => ({ type: typeOf(type), weight }))
      : setup.eventTypes.map((_, type) => ({ type, weight: 1 }));
  return {
    settings,
    generator,
    listed: generator.list?.(settings, typeOf) ?? null,
    startUs: Math.round(settings.startMs * 1000),
    stopUs: settings.stopMs > 0 ? Math.round(settings.stopMs * 1000) : Infinity,
    count: settings.count > 0 ? settings.count : Infinity,
    burstSpacingUs: Math.round(settings.burstSpacingMs * 1000),
    mixTypes: mix.map(({ type }) => type),
    mixWeights: mix.map(({ weight }) => weight),
    drawRow: mixOrder.plan(mix.map(({ weight }) => weight)),
    mixIsByKey: mixOrder.isByKey === true,
    keysReturn: settings.keyChoice !== 'sequence',
    drawKey: keyChoiceOf(settings.keyChoice).plan(settings),
    keyNames: firstKeys(settings),
    payload: compilePayload(settings.data),
    routes: compileRoute(setup, 'exact', (wire) => wire.port === 'out'),
    filters: compileFilters(setup.wires),
    waits: settings.call === 'wait',
    clients: settings.clients > 0 ? settings.clients : Infinity,
    timeoutUs: Math.round(settings.callTimeoutMs * 1000),
    reaction: reactionOf(settings.onRefusal),
    backOff: {
      growth: settings.refusalBackoff,
      firstMs: settings.refusalBackoffMs,
      longestMs: settings.refusalBackoffMaxMs,
      jitter: settings.refusalJitter,
    },
    budgetShare: settings.retryBudget,
    ownStack: [setup.index],
  };
}

/** Putting texts together costs more than looking them up, and most publishers have few keys. */
const mostKeyNames = 2_000;

function firstKeys({ keys, keyPrefix, keyChoice }: PublisherSettings): readonly string[] {
  const count = keyChoice === 'sequence' ? 0 : Math.min(keys, mostKeyNames);
  return Array.from({ length: count }, (_, index) => `${keyPrefix}${index + 1}`);
}
