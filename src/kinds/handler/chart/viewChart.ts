import { nextTimer } from '#engine/statechart/stepStatechart';
import type { ChartPlan, ChartRoom } from './ChartRoom';
import type { ChartInstanceView, ChartView } from './ChartView';
import { configurationText } from './configurationText';

/** States whose books are shown. */
const longestBooks = 60;

/** What can be seen of the charts of a handler; null when it has none. */
export function viewChart(room: ChartRoom | null, plan: ChartPlan | null): ChartView | null {
  if (room === null || plan === null) return null;
  return {
    instances: room.count,
    done: room.done,
    broken: room.broken,
    unhandled: room.unhandled,
    isPerKey: plan.isPerKey,
    recent: room.recent.flatMap((key) => viewInstance(room, key, plan)),
    states: room.books
      .map((book, index) => ({ index, ...book }))
      .filter(({ entered }) => entered > 0)
      .slice(0, longestBooks),
  };
}

function viewInstance(room: ChartRoom, key: string, plan: ChartPlan): readonly ChartInstanceView[] {
  const instance = room.instances[`:${key}`];
  if (instance === undefined) return [];
  const { snapshot, sinceUs } = instance;
  const { status, states } = snapshot;
  const dueUs = nextTimer(snapshot)?.dueUs ?? null;
  return [{ key, status, text: configurationText(snapshot, plan), states, sinceUs, dueUs }];
}
