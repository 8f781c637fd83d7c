import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { longestViewList } from '#engine/model/tokens';
import type {
  StatechartEvent,
  StatechartOutput,
  StatechartSnapshot,
  StatechartStep,
} from '#engine/statechart/StatechartSnapshot';
import { startStatechart, stepStatechart } from '#engine/statechart/stepStatechart';
import { setAlarms } from './alarms';
import type { ChartAlarm, ChartInstance, ChartPlan, ChartRoom, Emission } from './ChartRoom';
import { configurationText } from './configurationText';
import { bookMove } from './stateBooks';

/** Longest text of a log entry or an output in the trace, in characters. */
const longestDetail = 200;

/** Enters a new instance. Answers with what it wants to emit. */
export function beginInstance(
  room: ChartRoom,
  key: string,
  cause: FlowEvent | null,
  context: Context,
  plan: ChartPlan,
): readonly Emission[] {
  const step = startStatechart(plan.tables, momentOf(context), key);
  room.count += 1;
  return settle(room, key, null, none, step, cause, context, plan);
}

/** Hands an event to an instance, from outside or by a delay, whose alarm is no longer among `alarms`. */
export function stepInstance(
  room: ChartRoom,
  instance: ChartInstance,
  alarms: readonly ChartAlarm[],
  event: StatechartEvent,
  cause: FlowEvent | null,
  context: Context,
  plan: ChartPlan,
): readonly Emission[] {
  const { key, snapshot } = instance;
  const step = stepStatechart(plan.tables, snapshot, event, momentOf(context));
  if (!step.isTaken) {
    room.unhandled += 1;
    const where = snapshot.status === 'active' ? configurationText(snapshot, plan) : snapshot.status;
    context.record(fact.unhandled, cause, where);
  }
  return settle(room, key, instance, alarms, step, cause, context, plan);
}

const none: readonly never[] = Object.freeze([]);

const momentOf = (context: Context) => ({ nowUs: context.now, random: () => context.random() });

/** Puts the instance in its place after a step, and into the books and the trace what it did. */
function settle(
  room: ChartRoom,
  key: string,
  before: ChartInstance | null,
  alarms: readonly ChartAlarm[],
  { snapshot, entered, outputs }: StatechartStep,
  cause: FlowEvent | null,
  context: Context,
  plan: ChartPlan,
): readonly Emission[] {
  const hasMoved = before === null || before.snapshot.states !== snapshot.states;
  const emissions = outputs.length === 0 ? none : tell(outputs, cause, context);
  bookMove(room.books, before?.snapshot.states ?? none, snapshot.states, entered, context.now);
  if (hasMoved) tellMove(before?.snapshot ?? null, snapshot, cause, context, plan);
  bookEnd(room, key, before?.snapshot ?? null, snapshot, cause, context, plan);
  room.instances[`:${key}`] = Object.freeze({
    key,
    snapshot,
    alarms: setAlarms(room, alarms, snapshot.timers, cause, context),
    cause,
    sinceUs: hasMoved ? context.now : before.sinceUs,
  });
  if (room.recent[0] !== key) {
    room.recent = [key, ...room.recent.filter((one) => one !== key)].slice(0, longestViewList);
  }
  return emissions;
}

/** Records what was put out, in order; what is to be emitted comes back. */
function tell(
  outputs: readonly StatechartOutput[],
  cause: FlowEvent | null,
  context: Context,
): readonly Emission[] {
  const emissions: Emission[] = [];
  for (const one of outputs) {
    if (one.output === 'emit') emissions.push(one);
    else if (one.output === 'log') context.record(fact.logged, cause, textOf(one.message));
    else if (one.output === 'failure') {
      context.record(fact['expression-failed'], cause, `${one.state}: ${one.message}`);
    } else context.record(fact['chart-limit'], cause, `more than ${one.max} ${one.what}`);
  }
  return emissions;
}

function textOf(value: StatechartSnapshot['output']): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;
}

function tellMove(
  before: StatechartSnapshot | null,
  after: StatechartSnapshot,
  cause: FlowEvent | null,
  context: Context,
  plan: ChartPlan,
): void {
  const from = before === null ? '' : configurationText(before, plan);
  const to = configurationText(after, plan);
  if (from !== to) context.record(fact.moved, cause, `${from} → ${to}`.trim());
}

function bookEnd(
  room: ChartRoom,
  key: string,
  before: StatechartSnapshot | null,
  after: StatechartSnapshot,
  cause: FlowEvent | null,
  context: Context,
  plan: ChartPlan,
): void {
  if (before !== null && before.status === after.status) return;
  if (before !== null && isOpen(before, plan)) room.open -= 1;
  if (isOpen(after, plan)) room.open += 1;
  if (after.status === 'active') return;
  room.ended.push(key);
  if (after.status === 'error') room.broken += 1;
  else {
    room.done += 1;
    context.record(fact.concluded, cause, after.output === null ? '' : textOf(after.output));
  }
}

/** Whether a run may not end with an instance like this: it has an end that it has not reached, or broke off. */
const isOpen = ({ status }: StatechartSnapshot, { hasEnd }: ChartPlan) =>
  status === 'error' || (hasEnd && status === 'active');
