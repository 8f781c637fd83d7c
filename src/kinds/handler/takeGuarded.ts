import { first, lengthOf, pushFirst, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import type { Context } from '#engine/model/NodeKind';
import { opensUs, permit, screen } from './guards/runGuards';
import type { Held, HandlerPlan, HandlerState, Work } from './HandlerState';
import { letIn } from './inbox';
import { setPhase } from './phases';
import { beginWork } from './work';

/**
 * Gives free workers what comes next, as far as the guards let it begin: first the attempts whose back-off is over,
 * then what waits in line. The first in line that may not begin yet holds up everyone behind it.
 */
export function takeGuarded(state: HandlerState, context: Context, plan: HandlerPlan): void {
  state.holdUp = '';
  let untilUs = resume(state, context, plan);
  const line = plan.settings.mode === 'async' ? state.inbox : state.door;
  do {
    untilUs = Math.max(untilUs, takeFrom(line, state, context, plan));
  } while (letIn(state, context, plan));
  wakeAt(state, untilUs, context);
}

/** Takes from the head of a line. Returns when to look again, or 0. */
function takeFrom(line: Fifo<Held>, state: HandlerState, context: Context, plan: HandlerPlan): number {
  for (let head = first(line); head !== undefined; head = first(line)) {
    if (!head.inline && state.taken >= plan.workers) return 0;
    takeFirst(line);
    // A guard that ends one delivery may put others before the next.
    if (screen(state, head, context, plan) !== 'work') continue;
    const openUs = opensUs(state, context, plan);
    if (openUs > context.now) {
      pushFirst(line, head);
      state.holdUp = 'throttled';
      return Number.isFinite(openUs) ? openUs : 0;
    }
    const fullUs = plan.batchSize > 1 && !head.inline ? batchDueUs(line, head, plan) : 0;
    if (fullUs > context.now) {
      pushFirst(line, head);
      state.holdUp = 'gathering';
      return fullUs;
    }
    const items = plan.batchSize > 1 && !head.inline ? gather(line, head, state, context, plan) : null;
    beginWork(state, head, context, plan, items);
  }
  return 0;
}

/** When a batch begins at the latest: at once when it is full, else when its first has waited long enough. */
function batchDueUs(line: Fifo<Held>, head: Held, { batchSize, batchWaitUs }: HandlerPlan): number {
  return lengthOf(line) + 1 >= batchSize ? 0 : head.arrivedUs + batchWaitUs;
}

/** Takes what follows the first of a batch, up to its size. */
function gather(
  line: Fifo<Held>,
  head: Held,
  state: HandlerState,
  context: Context,
  plan: HandlerPlan,
): readonly Held[] {
  const items = [head];
  while (items.length < plan.batchSize) {
    const next = first(line);
    if (next === undefined || next.inline) break;
    takeFirst(line);
    if (screen(state, next, context, plan) === 'work') items.push(next);
  }
  return items;
}

/** Lets attempts start whose back-off is over, as far as there are workers and leave. Returns when to look again, or 0. */
function resume(state: HandlerState, context: Context, plan: HandlerPlan): number {
  for (const work of state.stalled === 0 ? [] : state.working) {
    if (!isStalled(work)) continue;
    if (!work.hasWorker && !work.held.inline) {
      if (state.taken >= plan.workers) continue;
      work.hasWorker = true;
      state.taken += 1;
    }
    const openUs = opensUs(state, context, plan);
    if (openUs > context.now) return Number.isFinite(openUs) ? openUs : 0;
    permit(state, work, context, plan);
    state.stalled -= 1;
    setPhase(state, work, 'starting');
    work.timer = context.schedule('start', 0, 'start', work.held.event, work.id);
  }
  return 0;
}

function isStalled(work: Work): boolean {
  return work.phase === 'backingOff' && work.timer === 0;
}

/** One timer wakes the handler when the guards will let the next one begin. */
function wakeAt(state: HandlerState, untilUs: number, context: Context): void {
  if (state.gateUs === untilUs) return;
  if (state.gate !== 0) context.cancel(state.gate);
  state.gate = untilUs === 0 ? 0 : context.schedule('timer', untilUs - context.now, 'gate', null);
  state.gateUs = untilUs;
}
