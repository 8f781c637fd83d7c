import type { ChartPlan, ChartRoom } from './ChartRoom';

/** What a handler remembers before any instance has begun. */
export function emptyRoom(plan: ChartPlan): ChartRoom {
  return {
    instances: {},
    count: 0,
    ended: [],
    done: 0,
    broken: 0,
    open: 0,
    unhandled: 0,
    recent: [],
    overdue: 0,
    books: plan.tables.states.map(() => ({ now: 0, entered: 0, sumUs: 0, sinceUs: 0 })),
  };
}
