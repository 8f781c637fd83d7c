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
  innerStatistics: ['books', 'recent', 'ended', 'done', 'broken', 'unhandled'],
  orders: [
    { fields: ['id', 'tag'], highest: ['lastId'], lowest: [], above: 0 },
    { fields: ['period'], highest: [], lowest: [], above: -1 },
  ],
  // Which piece of work it is counts only for whom an expression asks for it.
  omitsOf: (plan) => (countsWork(plan) ? [] : ['begun', 'n']),
  readsClock: ({ settings, batchSize }) =>
    settings.expireAfterMs > 0 ||
    settings.ratePerSecond > 0 ||
    settings.retryBudget > 0 ||
    (batchSize > 1 && settings.batchWaitMs > 0),
  hasWindow: ({ settings }) => settings.idempotencyMs > 0,
  readsKeys: ({ poison, settings, chart }) =>
    poison.size > 0 ||
    chart?.isPerKey === true ||
    settings.actions.some((action) => action.do !== 'emit' && action.key !== 'fixed'),
};

function countsWork({ settings }: HandlerPlan): boolean {
  return /\bn\b/.test(JSON.stringify([settings.actions, settings.serviceBy, settings.idempotencyKey]));
}
