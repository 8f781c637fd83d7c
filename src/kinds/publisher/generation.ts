import type { Json } from '#engine/model/Json';
import type { CallStack } from '#engine/model/messages';
import type { Context, NodeSetup, OutWire } from '#engine/model/NodeKind';
import { compileRoute } from '#engine/model/compileRoute';
import type { PublisherSettings } from './publisherFields';

/** When an event is made, and which. */
export interface Moment {
  readonly atUs: number;
  readonly type: number;
  readonly key: string;
  readonly data: Json;
}

/** What a publisher works out once: its list of moments, if it has one, and the wires of each type. */
export interface PublisherPlan {
  readonly settings: PublisherSettings;
  /** Sorted by time; null when moments are drawn as the run goes on. */
  readonly listed: readonly Moment[] | null;
  readonly mixTypes: readonly number[];
  readonly mixWeights: readonly number[];
  /** By event type: the wires it leaves over. */
  readonly routes: readonly (readonly OutWire[])[];
  /** The call stack of a publish call that it waits for. */
  readonly ownStack: CallStack;
}

/** Works out what a publisher will make from its settings. */
export function planPublisher(setup: NodeSetup): PublisherPlan {
  const settings = setup.settings as unknown as PublisherSettings; // The importer checked it against publisherFields.
  const typeOf = (id: string): number => Math.max(0, setup.eventTypes.indexOf(id));
  const mix = settings.mix.filter((entry) => entry.weight > 0);
  return {
    settings,
    listed: listMoments(settings, typeOf),
    // Without a mix every event type of the flow is equally likely.
    mixTypes:
      mix.length > 0 ? mix.map((entry) => typeOf(entry.type)) : setup.eventTypes.map((_, type) => type),
    mixWeights: mix.length > 0 ? mix.map((entry) => entry.weight) : setup.eventTypes.map(() => 1),
    routes: compileRoute(setup, 'exact', (wire) => wire.port === 'out'),
    ownStack: [setup.index],
  };
}

function listMoments(settings: PublisherSettings, typeOf: (id: string) => number): readonly Moment[] | null {
  const toUs = (atMs: number): number =>
    Math.round(settings.startMs * 1000) + Math.round((atMs * 1000) / settings.timeScale);
  switch (settings.generation) {
    case 'script':
      return sorted(
        settings.script.map((line) => ({
          atUs: toUs(line.atMs),
          type: typeOf(line.type),
          key: line.key,
          data: line.data,
        })),
      );
    case 'log':
      return sorted(
        settings.log.events.map(([atMs, type, key]) => ({
          atUs: toUs(atMs),
          type: typeOf(type),
          key,
          data: null,
        })),
      );
    case 'byHand':
      return [];
    case 'interval':
      return null;
  }
}

/** By time, and in the order given among equals: `sort` is stable. */
function sorted(moments: Moment[]): readonly Moment[] {
  return moments.toSorted((a, b) => a.atUs - b.atUs);
}

/** The moment after `passed` moments, or null when there is none. Draws type and key when they are random. */
export function nextMoment(plan: PublisherPlan, passed: number, context: Context): Moment | null {
  const { settings } = plan;
  if (plan.listed !== null) return plan.listed[passed] ?? null;
  // The importer refuses a document without event types that has a publisher; be safe for toy set-ups.
  if (context.setup.eventTypes.length === 0) return null;
  if (settings.count > 0 && passed >= settings.count) return null;
  const start = passed === 0 ? Math.max(context.now, Math.round(settings.startMs * 1000)) : context.now;
  const atUs = start + context.sample(settings.interval);
  const type = plan.mixTypes[plan.mixTypes.length > 1 ? context.pickWeighted(plan.mixWeights) : 0] ?? 0;
  const key = settings.keys > 1 ? context.pick(settings.keys) + 1 : 1;
  return { atUs, type, key: `${settings.keyPrefix}${key}`, data: settings.data };
}
