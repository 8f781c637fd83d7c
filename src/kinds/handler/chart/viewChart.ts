import { findKeys } from '#engine/model/findKeys';
import type { KeyQuestion, KeyReport } from '#engine/model/KeyReport';
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
    recent: room.recent.flatMap((key) => viewInstance(room, key, plan) ?? []),
    states: room.books
      .map((book, index) => ({ index, ...book }))
      .filter(({ entered }) => entered > 0)
      .slice(0, longestBooks),
  };
}

/** The keys that have an instance, and where that of one of them is; null where there are no instances. */
export function chartKeys(
  room: ChartRoom | null,
  plan: ChartPlan | null,
  question: KeyQuestion,
): KeyReport | null {
  if (room === null || plan === null) return null;
  const { like, key } = question;
  const keys = Object.values(room.instances).map((instance) => instance.key);
  return { question, ...findKeys(keys, like), detail: key === null ? null : viewInstance(room, key, plan) };
}

function viewInstance(room: ChartRoom, key: string, plan: ChartPlan): ChartInstanceView | null {
  const instance = room.instances[`:${key}`];
  if (instance === undefined) return null;
  const { snapshot, sinceUs } = instance;
  const { status, states } = snapshot;
  const dueUs = nextTimer(snapshot)?.dueUs ?? null;
  return { key, status, text: configurationText(snapshot, plan), states, sinceUs, dueUs };
}
