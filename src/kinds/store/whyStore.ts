import { holdingOf, waitOf, type Activity, type Holding, type Moment, type Wait } from '#engine/model/waits';
import { longestViewList } from '#engine/model/tokens';
import type { StoreState } from './StoreState';

/** Why a store does not go on. */
export function storeWaits(state: StoreState, moment: Moment): readonly Wait[] {
  const [open] = state.open;
  if (state.down) return [waitOf('down', { count: state.waiting.length })];
  if (state.paused) return [waitOf('paused', { count: state.waiting.length })];
  if (open === undefined) return [waitOf('nothingToDo', { isIdle: true })];
  const { event } = open.access;
  return [waitOf('serves', { event, untilUs: moment.dueUs(open.timer), count: state.open.length })];
}

/** Why an access for an event is not answered yet. */
export function storeWaitsOf(state: StoreState, moment: Moment, event: number): readonly Wait[] {
  const open = state.open.find(({ access }) => access.event.number === event);
  if (open !== undefined) {
    return [waitOf('serves', { event: open.access.event, untilUs: moment.dueUs(open.timer) })];
  }
  return state.waiting.some((access) => access.event.number === event) ? storeWaits(state, moment) : [];
}

/** The accesses for an event. */
export function storeHoldings(state: StoreState, event: number): readonly Holding[] {
  const open = state.open
    .filter(({ access }) => access.event.number === event)
    .map(({ timer }) => holdingOf('serving', { key: String(timer) }));
  const waiting = state.waiting
    .filter((access) => access.event.number === event)
    .map(({ call }) => holdingOf('door', { key: String(call) }));
  return [...open, ...waiting];
}

/** The accesses that are being served. */
export function storeActivities(state: StoreState): readonly Activity[] {
  return state.open.slice(0, longestViewList).map(({ access, timer, sinceUs }) => {
    return { key: String(timer), what: 'serving', event: access.event, sinceUs, isHeld: false };
  });
}
