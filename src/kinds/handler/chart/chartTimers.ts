import type { FlowEvent, TimerMessage } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { HandlerPlan, HandlerState } from '../HandlerState';
import { callOff } from './alarms';
import type { ChartInstance, ChartPlan, ChartRoom, Emission } from './ChartRoom';
import { emptyRoom } from './emptyRoom';
import { emitFromChart } from './performChart';
import { beginInstance, stepInstance } from './stepInstance';

/** A chart that is one for all events begins with the run, by a step of its own. */
export function beginCharts({ chart }: HandlerPlan, context: Context): void {
  if (chart !== null && !chart.isPerKey) context.schedule('timer', 0, 'chart', null);
}

/** Takes a timer that belongs to the statechart. False when it does not. */
export function takeChartTimer(
  state: HandlerState,
  { name, id, event }: TimerMessage,
  context: Context,
  plan: HandlerPlan,
): boolean {
  const { room } = state;
  const { chart } = plan;
  if (room === null || chart === null) return false;
  if (name === 'chart') {
    if (state.down || room.count > 0) return true;
    emitAll(beginInstance(room, '', null, context, chart), null, context, plan);
  } else if (name === 'after') {
    const instance = room.instances[`:${chart.isPerKey ? (event?.subject ?? '') : ''}`];
    if (instance !== undefined) endDelay(state, room, instance, id, context, plan);
  } else return false;
  return true;
}

/** A delay is over. While the handler is paused or down it cannot notice. */
function endDelay(
  state: HandlerState,
  room: ChartRoom,
  instance: ChartInstance,
  id: number,
  context: Context,
  plan: HandlerPlan,
): void {
  const alarm = instance.alarms.find((one) => one.id === id);
  if (alarm === undefined || plan.chart === null) return;
  if (state.paused || state.down) {
    room.overdue += 1;
    const alarms = instance.alarms.map((one) => (one === alarm ? { ...one, id: 0 } : one));
    room.instances[`:${instance.key}`] = Object.freeze({ ...instance, alarms });
    return;
  }
  const others = instance.alarms.filter((one) => one !== alarm);
  const given = { type: alarm.type, key: instance.cause?.subject ?? '', data: null };
  const emissions = stepInstance(room, instance, others, given, instance.cause, context, plan.chart);
  emitAll(emissions, instance.cause, context, plan);
}

/** Nobody waits for what a delay emits. */
function emitAll(
  emissions: readonly Emission[],
  cause: FlowEvent | null,
  context: Context,
  plan: HandlerPlan,
): void {
  const { chart } = plan;
  if (chart === null) return;
  for (const emission of emissions) emitFromChart(emission, cause, null, chart, context, plan);
}

/** The handler is there again: delays that were over meanwhile end now, in the order in which their charts began. */
export function resumeCharts(state: HandlerState, context: Context, { chart }: HandlerPlan): void {
  const { room } = state;
  if (room === null || chart === null) return;
  if (room.count === 0 && !chart.isPerKey) context.schedule('timer', 0, 'chart', null);
  if (room.overdue === 0) return;
  room.overdue = 0;
  for (const [place, instance] of Object.entries(room.instances)) {
    if (instance.alarms.every(({ id }) => id !== 0)) continue;
    const alarms = instance.alarms.map((one) =>
      one.id === 0 ? { ...one, id: context.schedule('timer', 0, 'after', instance.cause) } : one,
    );
    room.instances[place] = Object.freeze({ ...instance, alarms });
  }
}

/** The handler crashed: charts that are not stored are gone, and their delays with them. */
export function crashCharts(state: HandlerState, context: Context, { chart }: HandlerPlan): void {
  const { room } = state;
  if (room === null || chart === null || chart.outlivesCrash) return;
  for (const { alarms } of Object.values(room.instances)) {
    for (const alarm of alarms) callOff(room, alarm, context);
  }
  state.room = { ...emptyRoom(chart), ...whatCounts(room, chart, context.now) };
}

/** Counts and books go on over a crash. */
function whatCounts(
  { done, broken, unhandled, books }: ChartRoom,
  { tables }: ChartPlan,
  nowUs: number,
): Partial<ChartRoom> {
  const left = books.map((book) => ({
    ...book,
    now: 0,
    sumUs: book.sumUs + book.now * (nowUs - book.sinceUs),
    sinceUs: nowUs,
  }));
  return { done, broken, unhandled, books: left.slice(0, tables.states.length) };
}
