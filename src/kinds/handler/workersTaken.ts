import type { HandlerState } from './HandlerState';

/** Workers in use; what runs on its caller's thread takes none. */
export function workersTaken(state: HandlerState): number {
  let taken = 0;
  for (const work of state.working) if (work.hasWorker) taken += 1;
  return taken;
}
