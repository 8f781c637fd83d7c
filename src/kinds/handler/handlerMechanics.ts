import type { Distribution } from '#engine/kernel/Distribution';
import type { Settings } from '#engine/model/fields';
import type { Beyond, EmitMechanics, Mechanics } from '#engine/model/Mechanics';
import type { HandlerAction } from './actionFields';
import type { HandlerSettings } from './handlerFields';

/** What a handler says of itself to whoever works out the long run. */
export function handlerMechanics(untyped: Settings): Mechanics {
  const settings = untyped as unknown as HandlerSettings; // The importer checked it against handlerFields.
  const isSync = settings.mode === 'sync';
  const actions = settings.behaviour === 'actions' ? settings.actions : [];
  const { service, serviceByType, inboxCapacity } = settings;
  return {
    work: {
      lawOf: (type) =>
        settings.serviceBy === ''
          ? (serviceByType.find((one) => one.type === type)?.service ?? service)
          : null,
      servers: settings.workers === 0 ? Infinity : settings.workers,
      inbox: isSync ? 0 : inboxCapacity === 0 ? Infinity : inboxCapacity,
      holdsBack: isSync || settings.inboxOverflow === 'block',
      perSecond: settings.ratePerSecond > 0 ? settings.ratePerSecond : Infinity,
      turnsAway: settings.rateExcess === 'refuse',
      failure: settings.failureProbability,
      hasPoison: settings.poisonKeys.length > 0,
      retries: settings.retries,
      backOff: {
        growth: settings.backoff,
        firstMs: settings.backoffMs,
        longestMs: settings.backoffCapMs,
        jitter: settings.jitter,
      },
      waits: settings.emitCall === 'wait',
      emits: actions.filter((action) => action.do === 'emit').map(emitOf),
      reads: actions.filter((action) => action.do === 'read').length,
      writes: actions.filter((action) => action.do === 'write').length,
      isAccessSure:
        settings.breakProbability === 0 &&
        actions.every((action) => action.do === 'emit' || (action.condition === '' && action.on === 'done')),
    },
    ...(settings.workers === 0
      ? {}
      : { servers: { count: settings.workers, settings: (count) => ({ workers: Math.min(1000, count) }) } }),
    beyond: beyondOf(settings),
  };
}

function emitOf({ type, probability, condition, each, on }: HandlerAction): EmitMechanics {
  return { type: type === '' ? null : type, probability, condition, isList: each !== '', on };
}

function beyondOf(settings: HandlerSettings): readonly Beyond[] {
  const when = (isUsed: boolean, setting: string, spoils: Beyond['spoils']): readonly Beyond[] =>
    isUsed ? [{ setting, spoils }] : [];
  const laws = [settings.service, ...settings.serviceByType.map(({ service }) => service)];
  const isInTime = laws.every((law) => longestOf(law) <= settings.timeoutMs);
  const canFail = settings.failureProbability > 0 || settings.poisonKeys.length > 0;
  return [
    ...when(settings.behaviour === 'statechart', 'behaviour', 'rates'),
    ...when(settings.serviceBy !== '', 'serviceBy', 'waits'),
    ...when(settings.batchSize > 1, 'batchSize', 'waits'),
    ...when(settings.timeoutMs > 0, 'timeoutMs', isInTime ? 'assumed' : 'waits'),
    ...when(settings.expireAfterMs > 0, 'expireAfterMs', 'waits'),
    ...when(settings.ratePerSecond > 0, 'ratePerSecond', 'waits'),
    ...when(settings.poisonKeys.length > 0, 'poisonKeys', 'waits'),
    ...when(settings.breakerFailures > 0, 'breakerFailures', canFail ? 'waits' : 'assumed'),
    ...when(settings.retryBudget > 0 && canFail, 'retryBudget', 'waits'),
    ...when(settings.idempotencyMs > 0, 'idempotencyMs', 'assumed'),
    ...when(settings.breakProbability > 0, 'breakProbability', 'rates'),
  ];
}

/** No duration of the law is longer. */
function longestOf(law: Distribution): number {
  if (law.law === 'constant') return law.mean;
  return law.law === 'uniform' ? law.max : Infinity;
}
