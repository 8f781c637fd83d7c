import type { ChartTables } from './ChartTables';
import { Stepper } from './Stepper';
import type {
  StatechartEvent,
  StatechartMoment,
  StatechartSnapshot,
  StatechartStep,
  StatechartTimer,
} from './StatechartSnapshot';

/** What a chart sees as its event while it begins. */
const beginning: StatechartEvent = { type: 'xstate.init', key: '', data: null };

/** Enters a chart: the snapshot it begins with, and what that put out. `key` is that of its instance, if it has one. */
export function startStatechart(tables: ChartTables, moment: StatechartMoment, key = ''): StatechartStep {
  const before: StatechartSnapshot = {
    status: 'active',
    states: [0],
    history: {},
    context: tables.context,
    timers: [],
    output: null,
  };
  return new Stepper(tables, before, moment).begin({ ...beginning, key });
}

/**
 * What an event makes of a chart: another snapshot, and what was put out on the way, in order. It answers alike for
 * alike arguments, changes none of them, and always ends. A chart that is done, or was ended, takes nothing.
 */
export function stepStatechart(
  tables: ChartTables,
  snapshot: StatechartSnapshot,
  event: StatechartEvent,
  moment: StatechartMoment,
): StatechartStep {
  if (snapshot.status !== 'active') return { snapshot, entered: [], outputs: [], isTaken: false };
  return new Stepper(tables, snapshot, moment).take(event);
}

/** The timer that is due first, and set first among those due together; null when none is running. */
export function nextTimer({ timers }: StatechartSnapshot): StatechartTimer | null {
  let next: StatechartTimer | null = null;
  for (const timer of timers) if (next === null || timer.dueUs < next.dueUs) next = timer;
  return next;
}
