import { placeOfKey, removeAt } from '#engine/kernel/sortedList';
import type { HandlerState, Phase, Work } from './HandlerState';

/** Takes a piece of work in; its id is the highest so far. */
export function addWork(state: HandlerState, work: Work): void {
  state.working.push(work);
  if (work.hasWorker) state.taken += 1;
  count(state, work.phase, 1);
}

/** Work goes over to another phase, and the counts by which the lifecycle goes with it. */
export function setPhase(state: HandlerState, work: Work, phase: Phase): void {
  count(state, work.phase, -1);
  work.phase = phase;
  count(state, phase, 1);
}

export function removeWork(state: HandlerState, work: Work): void {
  removeAt(state.working, placeOf(state.working, work.id));
  if (work.hasWorker) state.taken -= 1;
  count(state, work.phase, -1);
}

/** The work that a start, finish, back-off or time-out of this number belongs to; `tag` says where to look first. */
export function findByTimer(state: HandlerState, timer: number, tag: number): Work | undefined {
  const { working } = state;
  const likely = working[placeOf(working, tag)];
  if (likely !== undefined && isOf(likely, timer)) return likely;
  // What an abandoned attempt goes on with was tagged before it got an id of its own.
  return working.find((work) => isOf(work, timer));
}

const isOf = (work: Work, timer: number) => work.timer === timer || work.deadline === timer;

/** Mostly it is the first, which nobody needs to search for. */
function placeOf(working: readonly Work[], id: number): number {
  return working[0]?.id === id ? 0 : placeOfKey(working, id, idOf);
}

const idOf = (work: Work) => work.id;

function count(state: HandlerState, phase: Phase, by: 1 | -1): void {
  if (phase === 'backingOff') state.backingOff += by;
  else if (phase === 'calling' || phase === 'reading') state.calling += by;
}
