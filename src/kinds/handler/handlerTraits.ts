import type { Distribution } from '#engine/kernel/Distribution';
import { meanMs } from '#engine/kernel/sampleDistribution';
import type { Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { EmitTraits, Mends, Traits, WorkTraits, WriteTraits } from '#engine/model/Traits';
import { chartEmits } from './chart/chartEmits';
import type { HandlerAction } from './actionFields';
import type { HandlerSettings } from './handlerFields';

/** What a handler says of itself to whoever judges a flow without running it. */
export function handlerTraits(untyped: Settings): Traits {
  const settings = untyped as unknown as HandlerSettings; // The importer checked it against handlerFields.
  // Actions are kept while a statechart has taken their place.
  const actions = settings.behaviour === 'actions' ? settings.actions : [];
  return {
    work: {
      ...timesOf(settings),
      workers: settings.workers === 0 ? Infinity : settings.workers,
      failure: settings.failureProbability,
      hasPoison: settings.poisonKeys.length > 0,
      retry: {
        attempts: settings.retries,
        pauseMs: settings.backoffMs,
        jitter: settings.backoff === 'decorrelated' ? 1 : settings.jitter,
        hasBudget: settings.retryBudget > 0,
      },
      timeoutMs: settings.timeoutMs > 0 ? settings.timeoutMs : Infinity,
      remembersMs: settings.idempotencyMs,
      breaker:
        settings.breakerFailures > 0
          ? { failures: settings.breakerFailures, window: settings.breakerWindow }
          : null,
      perSecond: settings.ratePerSecond > 0 ? settings.ratePerSecond : Infinity,
      waits: settings.emitCall === 'wait',
      emits:
        settings.behaviour === 'statechart'
          ? chartEmits(settings)
          : actions.filter((action) => action.do === 'emit').map(emitOf),
      reads: actions.some((action) => action.do === 'read'),
      writes: actions.filter((action) => action.do === 'write').map(writeOf),
      breaks: settings.breakProbability,
    },
  };
}

/** How a handler is mended. */
export const handlerMends: Mends = {
  waitForAnswers: () => ({ emitCall: 'wait' }),
  addWorkers: (_, count) => ({ workers: Math.min(1000, count) }),
  backOff: (_, ms) => ({ backoff: 'exponential', backoffMs: ms, jitter: 1 }),
  drawPauses: () => ({ jitter: 1 }),
  emitLess: ({ actions }, factor) => ({
    actions: actionsOf(actions).map((action) =>
      action.do === 'emit'
        ? { ...action, probability: Number((action.probability * factor).toPrecision(3)) }
        : action,
    ) as unknown as Json, // Actions are plain data, which the type checker cannot know of interfaces.
  }),
  lengthenTimeout: (_, ms) => ({ timeoutMs: ms }),
  lengthenMemory: (_, ms) => ({ idempotencyMs: ms }),
  widenBreaker: (_, attempts) => ({ breakerWindow: attempts }),
  workAtomically: ({ actions }) => ({
    actions: actionsOf(actions).map((action) =>
      action.do === 'write' && action.operation === 'addToRead'
        ? { ...action, operation: 'increment' }
        : action,
    ) as unknown as Json, // As above.
  }),
};

const actionsOf = (actions: Json | undefined) => actions as unknown as readonly HandlerAction[]; // Checked by the importer.

function timesOf(settings: HandlerSettings): Pick<WorkTraits, 'meanMs' | 'shortestMs'> {
  const isKnown = settings.serviceBy === '';
  const each = meanMs(settings.servicePerItem);
  const laws = [settings.service, ...settings.serviceByType.map(({ service }) => service)];
  return {
    // An expression may give any time.
    meanMs(type) {
      if (!isKnown) return 0;
      const law = settings.serviceByType.find((one) => one.type === type)?.service ?? settings.service;
      return meanMs(law) / settings.batchSize + each;
    },
    shortestMs: isKnown ? Math.min(...laws.map(shortestOf)) + shortestOf(settings.servicePerItem) : 0,
  };
}

/** No duration of the law is shorter. */
function shortestOf(law: Distribution): number {
  if (law.law === 'constant') return law.mean;
  if (law.law === 'uniform') return law.min;
  return law.law === 'pareto' && law.shape > 1 ? (law.mean * (law.shape - 1)) / law.shape : 0;
}

function emitOf({ type, probability, condition, each, on }: HandlerAction): EmitTraits {
  return {
    type: type === '' ? null : type,
    isByName: false,
    to: '',
    count: probability,
    isCertain: condition === '' && each === '',
    on,
    needsEvent: true,
  };
}

function writeOf({ operation }: HandlerAction): WriteTraits {
  return {
    isRepeatable: operation === 'set' || operation === 'delete',
    isFromRead: operation === 'addToRead',
    isRemoval: operation === 'delete' || operation === 'take',
    lastWins: operation === 'set',
  };
}
