import { itemsOf as lineOf, lengthOf, type Fifo } from '#engine/kernel/Fifo';
import { holdingOf, waitOf, type Activity, type Holding, type Moment, type Wait } from '#engine/model/waits';
import { longestViewList } from '#engine/model/tokens';
import { itemsOf } from './batch';
import { guardWait } from './guards/runGuards';
import type { HandlerPlan, HandlerState, Held, Work } from './HandlerState';

/** Why a handler does not go on, or not with what waits for it. */
export function handlerWaits(state: HandlerState, plan: HandlerPlan, moment: Moment): readonly Wait[] {
  const waiting = lengthOf(state.inbox) + lengthOf(state.door) + state.twins.length;
  if (state.down) return [waitOf('down', { count: waiting })];
  if (state.paused) return [waitOf('paused', { count: waiting })];
  const guarded = guardWait(state, plan, moment);
  if (guarded !== null) return [guarded];
  if (state.working.length === 0) return withoutWork(state, plan, moment, waiting);
  const next = soonest(state.working);
  const reason = next === undefined ? [] : [workWait(next, plan)];
  const isSaturated = waiting > 0 && state.taken >= plan.workers;
  return isSaturated ? [waitOf('saturated', { count: waiting, of: plan.workers }), ...reason] : reason;
}

function withoutWork(
  state: HandlerState,
  plan: HandlerPlan,
  moment: Moment,
  waiting: number,
): readonly Wait[] {
  const untilUs = state.gateUs === 0 ? null : state.gateUs;
  if (state.holdUp === 'throttled') return [waitOf('throttled', { untilUs, count: waiting })];
  if (state.holdUp === 'gathering') {
    return [waitOf('gathers', { untilUs, count: waiting, of: plan.batchSize })];
  }
  const later = state.later.map((one) => laterWait(one, moment));
  const next = later.toSorted((a, b) => (a.untilUs ?? Infinity) - (b.untilUs ?? Infinity))[0];
  if (next !== undefined) return [next];
  return [waitOf('nothingToDo', { isIdle: true })];
}

/** The piece of work that ends first; without a known end, the oldest. */
function soonest(working: readonly Work[]): Work | undefined {
  const known = working.filter(({ untilUs }) => untilUs !== null);
  return known.toSorted((a, b) => (a.untilUs ?? 0) - (b.untilUs ?? 0))[0] ?? working[0];
}

function workWait(work: Work, plan: HandlerPlan): Wait {
  const { event } = work.held;
  const { untilUs, attempt: count } = work;
  const on = [...new Set(work.calls.map(({ target }) => target))];
  const of = plan.settings.retries + 1;
  switch (work.phase) {
    case 'reading':
      return waitOf('reads', { on, event });
    case 'calling':
      return waitOf('awaitsAnswer', { on, event, count });
    case 'backingOff':
      return work.timer === 0
        ? waitOf('awaitsWorker', { event, count, of })
        : waitOf('backsOff', { event, untilUs, count, of });
    default:
      return waitOf('works', { event, untilUs, count, of });
  }
}

/** Why an event is not done with in this handler. */
export function handlerWaitsOf(
  state: HandlerState,
  plan: HandlerPlan,
  moment: Moment,
  event: number,
): readonly Wait[] {
  const works = state.working.filter((one) => itemsOf(one).some((held) => isOf(held, event)));
  const work = works.find(({ isAbandoned }) => !isAbandoned) ?? works[0];
  if (work !== undefined) return [workWait(work, plan)];
  const twin = state.twins.find((held) => isOf(held, event));
  if (twin !== undefined) return twinWaits(state, plan, twin);
  const line = placeIn(state.inbox, event) ?? placeIn(state.door, event);
  if (line !== null) {
    return [
      waitOf('inInbox', { event: line.event, count: line.place }),
      ...handlerWaits(state, plan, moment),
    ];
  }
  const later = state.later.find(({ cause }) => cause.number === event);
  return later === undefined ? [] : [laterWait(later, moment)];
}

/** It waits for the end of the work on another event that counts as the same. */
function twinWaits({ working }: HandlerState, plan: HandlerPlan, { event, id }: Held): readonly Wait[] {
  const other = working.find((work) => itemsOf(work).some((held) => held.id === id));
  return [waitOf('twin', { event }), ...(other === undefined ? [] : [workWait(other, plan)])];
}

function laterWait({ cause, timer }: HandlerState['later'][number], moment: Moment): Wait {
  return waitOf('emitsLater', { event: cause, untilUs: moment.dueUs(timer), count: 1 });
}

function placeIn(line: Fifo<Held>, event: number): { event: Held['event']; place: number } | null {
  const held = lineOf(line);
  const place = held.findIndex((one) => isOf(one, event));
  const found = held[place];
  return found === undefined ? null : { event: found.event, place: place + 1 };
}

const isOf = (held: Held, event: number) => held.event.number === event;

const holdingOfPhase = {
  starting: 'starting',
  reading: 'reading',
  working: 'working',
  backingOff: 'backingOff',
  calling: 'calling',
} as const;

/** What a handler has of an event. */
export function handlerHoldings(state: HandlerState, plan: HandlerPlan, event: number): readonly Holding[] {
  const found: Holding[] = [];
  for (const work of state.working) {
    const held = itemsOf(work).find((one) => isOf(one, event));
    if (held === undefined) continue;
    // Tries of earlier deliveries count too.
    const attempt = (held.delivery - 1) * (plan.settings.retries + 1) + work.attempt;
    // Whom it calls has another event in hand, or only a key: the wait is its own.
    found.push(holdingOf(holdingOfPhase[work.phase], { key: String(work.id), attempt }));
  }
  for (const held of [...lineOf(state.inbox), ...lineOf(state.door)]) {
    if (isOf(held, event)) found.push(holdingOf('inbox', { key: String(held.call) }));
  }
  for (const held of state.twins) {
    if (isOf(held, event)) found.push(holdingOf('twin', { key: String(held.call) }));
  }
  for (const { cause, timer } of state.later) {
    if (cause.number === event) found.push(holdingOf('later', { key: String(timer) }));
  }
  return found;
}

/** The pieces of work under way. */
export function handlerActivities(state: HandlerState): readonly Activity[] {
  return state.working.slice(0, longestViewList).map(({ id, phase, attempt, held, sinceUs }) => ({
    key: `${id} ${phase} ${attempt}`,
    what: holdingOfPhase[phase],
    event: held.event,
    sinceUs,
    isHeld: phase === 'backingOff' || phase === 'calling' || phase === 'reading',
  }));
}
