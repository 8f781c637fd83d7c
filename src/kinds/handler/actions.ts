import type { Json } from '#engine/model/Json';
import type { Operation } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerAction } from './actionFields';
import { breaksOff } from './breaksOff';
import { callStack } from './callStack';
import { performChart } from './chart/performChart';
import { emit } from './emit';
import type { HandlerPlan, HandlerState, PlannedAction, Work } from './HandlerState';
import { keyOf } from './keyOf';

/** Sends every read of the action list; the service begins when all are answered. False when an expression failed. */
export function readAtStart(work: Work, context: Context, plan: HandlerPlan): boolean {
  for (const planned of plan.reads) {
    const { condition, action } = planned;
    if (action.do === 'read' && condition !== null) {
      const isWanted = condition(work, context);
      if (isWanted === undefined) return false;
      if (!isWanted) continue;
    }
    const key = keyOf(planned, work, context);
    if (key === undefined) return false;
    const isAsked = work.calls.some((call) => call.readKey === `:${key}`);
    if (!isAsked) access(work, context, plan, 'read', key, null);
  }
  return true;
}

/** Whether an action needs a value from the store when the attempt begins. */
export function readsFirst(action: HandlerAction): boolean {
  return action.do === 'read' || (action.do === 'write' && action.operation === 'addToRead');
}

/**
 * Performs the writes and emits in the order of the list, or those of giving up. An action that is waited for ends
 * the round: the next one is performed when its answer has come. False when the attempt fails for an expression, or
 * because it broke off between two actions; who gives up goes on with the next action instead.
 */
export function performActions(
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
): boolean {
  if (plan.chart !== null && state.room !== null && !work.hasGivenUp) {
    return performChart(state.room, plan.chart, work, context, plan);
  }
  const actions = work.hasGivenUp ? plan.failureActions : plan.actions;
  while (work.nextAction < actions.length && work.calls.length === 0) {
    const planned = actions[work.nextAction];
    if (planned === undefined) break;
    if (!work.hasGivenUp && work.nextAction > 0 && breaksOff(context, plan)) return false;
    work.nextAction += 1;
    const isGood = perform(planned, state, work, context, plan);
    if (!isGood && !work.hasGivenUp) return false;
  }
  return true;
}

function perform(
  planned: PlannedAction,
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
): boolean {
  if (planned.condition !== null) {
    const isWanted = planned.condition(work, context);
    if (isWanted !== true) return isWanted === false;
  }
  if (planned.action.do === 'emit') return emit(planned, state, work, context, plan);
  const key = keyOf(planned, work, context);
  if (key === undefined) return false;
  if (planned.action.do === 'read') {
    access(work, context, plan, 'read', key, null);
    return true;
  }
  return write(planned, work, key, context, plan);
}

function write(
  { action, value: formula }: PlannedAction,
  work: Work,
  key: string,
  context: Context,
  plan: HandlerPlan,
): boolean {
  const value = formula === null ? action.value : formula(work, context);
  if (value === undefined) return false;
  if (action.operation === 'addToRead') {
    const sum = numberOf(work.reads[`:${key}`] ?? null) + numberOf(value);
    access(work, context, plan, 'set', key, sum);
  } else access(work, context, plan, action.operation, key, value);
  return true;
}

function access(
  work: Work,
  context: Context,
  plan: HandlerPlan,
  operation: Operation,
  key: string,
  value: Json,
): void {
  const wire = plan.storeWire;
  if (wire === null) return;
  const id = context.newCall();
  const tells = operation === 'read' || operation === 'take' || operation === 'increment';
  work.calls = [...work.calls, { id, target: wire.target, readKey: tells ? `:${key}` : null }];
  context.access(wire.index, work.held.event, id, callStack(work, context), operation, key, value);
}

function numberOf(value: Json): number {
  return typeof value === 'number' ? value : 0;
}
