import type { StateForm } from '#engine/model/StateForm';
import type { HandlerPlan } from './HandlerState';

const statistics = [
  'done',
  'failed',
  'deadLettered',
  'dropped',
  'lost',
  'sentBack',
  'expired',
  'deduplicated',
];

/** What of the state of a handler decides what it does next: see `StateForm`. */
export const handlerForm: StateForm<HandlerPlan> = {
  statistics: [...statistics, 'lastFailure'],
  // Of the instances of a statechart.
  innerStatistics: ['room.books', 'room.recent', 'room.ended', 'room.done', 'room.broken', 'room.unhandled'],
  orders: [
    { fields: ['id', 'tag'], highest: ['lastId'], lowest: [], above: 0 },
    { fields: ['period'], highest: [], lowest: [], above: -1 },
  ],
  opaque: ['context', 'data', 'output', 'value'],
  // Which piece of work it is counts only for whom an expression asks for it.
  omitsOf: (plan) => (countsWork(plan) ? [] : ['begun', 'n']),
  readsClock: ({ settings, batchSize }) =>
    settings.expireAfterMs > 0 ||
    settings.ratePerSecond > 0 ||
    settings.retryBudget > 0 ||
    (batchSize > 1 && settings.batchWaitMs > 0),
  hasWindow: ({ settings }) => settings.idempotencyMs > 0,
  commutes: (plan) => (hasOneLine(plan) ? 'own' : null),
  readsKeys: ({ poison, settings, chart }) =>
    chart?.isPerKey === true ||
    settings.actions.some((action) => action.do !== 'emit' && action.key !== 'fixed') || [...poison],
};

/** With one worker and one line before him, it makes no difference when somebody joins the line. */
function hasOneLine({
  settings,
  workers,
  policies,
  timeoutUs,
  actions,
  failureActions,
  chart,
}: HandlerPlan): boolean {
  const isLater = [...actions, ...failureActions].some(({ delayUs }) => delayUs > 0);
  const isPlain = policies === null && chart === null && timeoutUs === 0 && !isLater;
  return settings.mode === 'sync' && workers === 1 && isPlain;
}

function countsWork({ settings }: HandlerPlan): boolean {
  return /\bn\b/.test(JSON.stringify([settings.actions, settings.serviceBy, settings.idempotencyKey]));
}
