import { wiresFor } from '#engine/expression/WireFilters';
import { fact } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import { emptyStack, type FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { callStack } from './callStack';
import type { HandlerPlan, HandlerState, Later, PlannedAction, Work } from './HandlerState';
import { keyOf } from './keyOf';

/** Most events that one action emits for the elements of a list. */
const mostElements = 1_000;

/** Emits what an action says: one event, or one for each element of its list. False when an expression failed. */
export function emit(
  planned: PlannedAction,
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
): boolean {
  if (!context.chance(planned.action.probability)) return true;
  if (planned.each === null) return emitOne(planned, state, work, context, plan);
  const list = planned.each(work, context);
  if (list === undefined) return false;
  if (list === null) return true;
  if (!Array.isArray(list) || list.length > mostElements) {
    const problem = `for each needs a list of at most ${mostElements}`;
    context.record(fact['expression-failed'], work.held.event, problem);
    return false;
  }
  for (const element of list as readonly Json[]) {
    if (!emitOne(planned, state, work, context, plan, element)) return false;
  }
  return true;
}

function emitOne(
  planned: PlannedAction,
  state: HandlerState,
  work: Work,
  context: Context,
  plan: HandlerPlan,
  element?: Json,
): boolean {
  const cause = work.held.event;
  const subject = keyOf(planned, work, context, element);
  const data = dataOf(planned, work, context, element);
  if (subject === undefined || data === undefined) return false;
  const type = planned.type < 0 ? cause.type : planned.type;
  if (planned.delayUs > 0) {
    const timer = context.schedule('timer', planned.delayUs, 'emit', cause);
    state.later.push({ timer, type, subject, data, cause });
  } else send(context.newEvent(type, subject, data, cause), work, context, plan);
  return true;
}

/** The data of the new event: what the action says, the element of its list, or that of its cause. */
function dataOf(
  { action, data }: PlannedAction,
  work: Work,
  context: Context,
  element?: Json,
): Json | undefined {
  if (data !== null) return data(work, context, element);
  return action.data ?? element ?? work.held.event.data;
}

/** Puts an event on every bus that wants it, or only on the one with the id `to`; nobody waits without `work`. */
export function send(
  event: FlowEvent,
  work: Work | null,
  context: Context,
  plan: HandlerPlan,
  to = '',
): void {
  context.record(fact.published, event);
  const all = plan.routes[event.type] ?? [];
  const some = to === '' ? all : all.filter(({ target }) => context.setup.nodeIds[target] === to);
  const routes = wiresFor(plan.filters, some, event, context);
  if (routes.length === 0) context.record(fact.unrouted, event);
  for (const wire of routes) {
    if (work === null || plan.settings.emitCall === 'fireAndForget') {
      context.publish(wire.index, event, 0, emptyStack, '');
      continue;
    }
    const call = context.newCall();
    work.calls = [...work.calls, { id: call, target: wire.target, readKey: null }];
    context.publish(wire.index, event, call, callStack(work, context), '');
  }
}

/** The delay of an event is over: it is made now, and nobody waits for the answer. */
export function emitLater(state: HandlerState, timer: number, context: Context, plan: HandlerPlan): void {
  const due = state.later.find((later) => later.timer === timer);
  if (due === undefined) return;
  state.later = state.later.filter((later: Later) => later !== due);
  send(context.newEvent(due.type, due.subject, due.data, due.cause), null, context, plan);
}
