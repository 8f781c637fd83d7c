import type { Json } from '#engine/model/Json';
import type { Access } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerAction } from './handlerFields';
import type { HandlerPlan, Work } from './HandlerState';

/** Sends every read of the action list; the service begins when all are answered. */
export function readAtStart(work: Work, context: Context, plan: HandlerPlan): void {
  for (const action of plan.settings.actions) {
    const isNeeded = action.do === 'read' || (action.do === 'write' && action.operation === 'addToRead');
    const key = keyOf(action, work);
    const isAsked = work.calls.some((call) => call.readKey === `:${key}`);
    if (isNeeded && !isAsked) access(work, context, plan, { operation: 'read', key, value: null });
  }
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
    access(work, context, plan, { operation: 'set', key, value });
  } else access(work, context, plan, { operation: action.operation, key, value: action.value });
}

function access(
  work: Work,
  context: Context,
  plan: HandlerPlan,
  what: Pick<Access, 'operation' | 'key' | 'value'>,
): void {
  const wire = plan.storeWire;
  if (wire === null) return;
  const id = context.newCall();
  const readKey = what.operation === 'read' ? `:${what.key}` : null;
  work.calls.push({ id, target: wire.target, readKey });
  const call = { id, stack: [...work.held.stack, context.setup.index] };
  context.access(wire.index, { event: work.held.event, call, ...what });
}

function emit(work: Work, action: HandlerAction, type: number, context: Context, plan: HandlerPlan): void {
  if (!context.chance(action.probability)) return;
  const cause = work.held.event;
  const event = context.newEvent({
    type: type < 0 ? cause.type : type,
    subject: keyOf(action, work),
    data: action.data ?? cause.data,
    cause,
  });
  context.record('published', event);
  const routes = plan.routes[event.type] ?? [];
  if (routes.length === 0) context.record('unrouted', event);
  for (const wire of routes) {
    if (plan.settings.emitCall === 'fireAndForget') {
      context.publish(wire.index, { event, call: null, deadLetter: null });
      continue;
    }
    const call = { id: context.newCall(), stack: [...work.held.stack, context.setup.index] };
    work.calls.push({ id: call.id, target: wire.target, readKey: null });
    context.publish(wire.index, { event, call, deadLetter: null });
  }
}

function keyOf(action: HandlerAction, work: Work): string {
  return action.key === 'fixed' ? action.fixedKey : work.held.event.subject;
}

function numberOf(value: Json): number {
  return typeof value === 'number' ? value : 0;
}
