import type { AutomatonPicture } from './AutomatonPicture';

/** Whether a state is inside of another, however deep. */
export function isWithin({ states }: AutomatonPicture, id: string, ancestor: string): boolean {
  const parentOf = new Map(states.map((state) => [state.id, state.parent]));
  let parent = parentOf.get(id);
  // No longer than there are states, so that a circle ends as well.
  for (let depth = 0; parent !== undefined && depth < states.length; depth += 1) {
    if (parent === ancestor) return true;
    parent = parentOf.get(parent);
  }
  return false;
}
