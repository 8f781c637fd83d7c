import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { ChartInstance, ChartPlan, ChartRoom, Emission } from './ChartRoom';
import { beginInstance, stepInstance } from './stepInstance';
import { bookMove } from './stateBooks';

/** Most instances of one handler. */
const mostInstances = 10_000;

/**
 * Hands an event to the instance that it belongs to, which begins with it if there is none. Answers with what is to be
 * emitted, in order; null when there is no room for another instance, which is recorded.
 */
export function takeDelivery(
  room: ChartRoom,
  event: FlowEvent,
  context: Context,
  plan: ChartPlan,
): readonly Emission[] | null {
  const key = plan.isPerKey ? event.subject : '';
  const known = room.instances[`:${key}`];
  if (known !== undefined) return hand(room, known, event, context, plan);
  if (room.count >= mostInstances && !forgetOne(room, context)) {
    context.record(fact['chart-limit'], event, `more than ${mostInstances} instances`);
    return null;
  }
  const first = beginInstance(room, key, event, context, plan);
  const begun = room.instances[`:${key}`];
  const others = begun === undefined ? [] : hand(room, begun, event, context, plan);
  return first.length === 0 ? others : [...first, ...others];
}

function hand(
  room: ChartRoom,
  instance: ChartInstance,
  event: FlowEvent,
  context: Context,
  plan: ChartPlan,
): readonly Emission[] {
  const type = context.setup.eventTypeNames[event.type] ?? '';
  const given = { type, key: event.subject, data: event.data };
  return stepInstance(room, instance, instance.alarms, given, event, context, plan);
}

/** Makes room by forgetting the instance that ended first. False when none has. */
function forgetOne(room: ChartRoom, context: Context): boolean {
  const key = room.ended.shift();
  if (key === undefined) return false;
  const gone = room.instances[`:${key}`];
  if (gone === undefined) return false;
  bookMove(room.books, gone.snapshot.states, [], [], context.now);
  context.record(fact.forgotten, gone.cause, 'a chart that had ended');
  Reflect.deleteProperty(room.instances, `:${key}`);
  room.count -= 1;
  return true;
}
