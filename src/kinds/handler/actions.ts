import { wiresFor } from '#engine/expression/WireFilters';
import type { Json } from '#engine/model/Json';
import { fact } from '#engine/model/facts';
import { emptyStack, type CallStack, type Operation } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerAction } from './actionFields';
import type { HandlerPlan, Work } from './HandlerState';

/** Sends every read of the action list; the service begins when all are answered. */
export function readAtStart(work: Work, context: Context, plan: HandlerPlan): void {
  for (const action of plan.settings.actions) {
    if (!readsFirst(action)) continue;
    const key = keyOf(action, work);
    const isAsked = work.calls.some((call) => call.readKey === `:${key}`);
    if (!isAsked) access(work, context, plan, 'read', key, null);
  }
}

/** Whether an action needs a value from the store when the attempt begins. */
export function readsFirst(action: HandlerAction): boolean {
  return action.do === 'read' || (action.do === 'write' && action.operation === 'addToRead');
}

/**
 * Performs the writes and emits in the order of the list. An action that is waited for ends the round: the
 * next one is performed when its answer has come.
 */
export function performActions(work: Work, context: Context, plan: HandlerPlan): void {
  const { actions } = plan.settings;
  while (work.nextAction < actions.length && work.calls.length === 0) {
    const index = work.nextAction;
    const action = actions[index];
    work.nextAction += 1;
    if (action?.do === 'write') write(work, action, context, plan);
    else if (action?.do === 'emit') emit(work, action, plan.emitTypes[index] ?? -1, context, plan);
  }
}

function write(work: Work, action: HandlerAction, context: Context, plan: HandlerPlan): void {
  const key = keyOf(action, work);
  if (action.operation === 'addToRead') {
    const value = numberOf(work.reads[`:${key}`] ?? null) + numberOf(action.value);
    access(work, context, plan, 'set', key, value);
  } else access(work, context, plan, action.operation, key, action.value);
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
  const readKey = operation === 'read' ? `:${key}` : null;
  work.calls.push({ id, target: wire.target, readKey });
  context.access(wire.index, work.held.event, id, stackOf(work, context), operation, key, value);
}

function emit(work: Work, action: HandlerAction, type: number, context: Context, plan: HandlerPlan): void {
  if (!context.chance(action.probability)) return;
  const cause = work.held.event;
  const data = action.data ?? cause.data;
  const event = context.newEvent(type < 0 ? cause.type : type, keyOf(action, work), data, cause);
  context.record(fact.published, event);
  const routes = wiresFor(plan.filters, plan.routes[event.type] ?? [], event, context);
  if (routes.length === 0) context.record(fact.unrouted, event);
  for (const wire of routes) {
    if (plan.settings.emitCall === 'fireAndForget') {
      context.publish(wire.index, event, 0, emptyStack, '');
      continue;
    }
    const call = context.newCall();
    work.calls.push({ id: call, target: wire.target, readKey: null });
    context.publish(wire.index, event, call, stackOf(work, context), '');
  }
}

function stackOf(work: Work, context: Context): CallStack {
  return [...work.held.stack, context.setup.index];
}

function keyOf(action: HandlerAction, work: Work): string {
  return action.key === 'fixed' ? action.fixedKey : work.held.event.subject;
}

function numberOf(value: Json): number {
  return typeof value === 'number' ? value : 0;
}
