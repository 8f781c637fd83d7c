import type { Context } from '#engine/model/NodeKind';
import type { FlowEvent } from '#engine/model/messages';
import type { StatechartTimer } from '#engine/statechart/StatechartSnapshot';
import type { ChartAlarm, ChartRoom } from './ChartRoom';

const none: readonly ChartAlarm[] = Object.freeze([]);

/** The alarms for the delays that run after a step: those that go on are kept, others are set or called off. */
export function setAlarms(
  room: ChartRoom,
  before: readonly ChartAlarm[],
  timers: readonly StatechartTimer[],
  cause: FlowEvent | null,
  context: Context,
): readonly ChartAlarm[] {
  if (before.length === 0 && timers.length === 0) return none;
  for (const alarm of before) if (!timers.some((timer) => isFor(alarm, timer))) callOff(room, alarm, context);
  return timers.map((timer) => {
    const { type, dueUs } = timer;
    const old = before.find((alarm) => isFor(alarm, timer));
    return old ?? { type, dueUs, id: context.schedule('timer', dueUs - context.now, 'after', cause) };
  });
}

const isFor = (alarm: ChartAlarm, { type, dueUs }: StatechartTimer) =>
  alarm.type === type && alarm.dueUs === dueUs;

/** Ends an alarm that nobody waits for any more. */
export function callOff(room: ChartRoom, { id }: ChartAlarm, context: Context): void {
  if (id === 0) room.overdue -= 1;
  else context.cancel(id);
}
