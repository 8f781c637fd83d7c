import { itemsOf, lengthOf } from '#engine/kernel/Fifo';
import { holdingOf, waitOf, type Activity, type Holding, type Moment, type Wait } from '#engine/model/waits';
import { longestViewList } from '#engine/model/tokens';
import { heldCount, isHeld } from './calls';
import type { OpenCall, PublisherPlan, PublisherState } from './PublisherState';

/** Why a publisher does not publish. */
export function publisherWaits(state: PublisherState, plan: PublisherPlan, moment: Moment): readonly Wait[] {
  if (state.paused) return [waitOf('paused', { count: lengthOf(state.backlog) })];
  if (plan.waits && isHeld(state, plan)) return held(state, moment);
  if (state.stopped) return [waitOf('stopped')];
  if (state.timer !== 0) {
    const code = state.progress.turns ? 'silentUntil' : 'publishesAt';
    return [waitOf(code, { untilUs: moment.dueUs(state.timer) })];
  }
  return heldCount(state) > 0 ? held(state, moment) : [waitOf('finished')];
}

/** Every caller is taken: the oldest call, or else the attempt that comes next. */
function held(state: PublisherState, moment: Moment): readonly Wait[] {
  const call = state.open[0] ?? soonest(state.retrying, moment) ?? state.overdue[0];
  return call === undefined ? [] : [callWait(state, call, moment)];
}

function soonest(calls: readonly OpenCall[], moment: Moment): OpenCall | undefined {
  const dueUs = (call: OpenCall) => moment.dueUs(call.timer) ?? Infinity;
  return calls.toSorted((a, b) => dueUs(a) - dueUs(b))[0];
}

function callWait(state: PublisherState, call: OpenCall, moment: Moment): Wait {
  const { event, attempt, awaited, refused } = call;
  const untilUs = moment.dueUs(call.timer);
  if (state.open.includes(call)) {
    const on = [...new Set(awaited.map(({ target }) => target))];
    return waitOf('awaitsAnswer', { on, event, untilUs, count: attempt });
  }
  const on = [...new Set(refused.map(({ target }) => target))];
  return waitOf('triesAgainAt', { on, event, untilUs, count: attempt + 1 });
}

/** Why an event has not left the publisher. */
export function publisherWaitsOf(
  state: PublisherState,
  plan: PublisherPlan,
  moment: Moment,
  event: number,
): readonly Wait[] {
  const place = itemsOf(state.backlog).findIndex(({ number }) => number === event);
  if (place >= 0) {
    const own = itemsOf(state.backlog)[place];
    return [waitOf('inBacklog', { event: own, count: place + 1 }), ...publisherWaits(state, plan, moment)];
  }
  const call = [...state.open, ...state.retrying, ...state.overdue].find((one) => one.event.number === event);
  return call === undefined ? [] : [callWait(state, call, moment)];
}

/** What a publisher has of an event. */
export function publisherHoldings(state: PublisherState, event: number): readonly Holding[] {
  const isIt = (one: OpenCall) => one.event.number === event;
  const inBacklog = itemsOf(state.backlog).some(({ number }) => number === event);
  return [
    ...(inBacklog ? [holdingOf('backlog')] : []),
    ...state.open.filter(isIt).map(({ attempt }) => holdingOf('calling', { attempt, isPassive: true })),
    ...[...state.retrying, ...state.overdue]
      .filter(isIt)
      .map(({ attempt }) => holdingOf('backingOff', { attempt: attempt + 1 })),
  ];
}

/** The callers that are taken: they wait for an answer, or for their next attempt. */
export function publisherActivities(state: PublisherState): readonly Activity[] {
  const activityOf = (what: 'calling' | 'backingOff') => (call: OpenCall) => {
    const { event, attempt, sinceUs } = call;
    return { key: `${event.number} ${attempt} ${what}`, what, event, sinceUs, isHeld: true };
  };
  return [
    ...state.open.slice(0, longestViewList).map(activityOf('calling')),
    ...state.retrying.slice(0, longestViewList).map(activityOf('backingOff')),
  ];
}
