import type { AutomatonPicture } from './AutomatonPicture';

/** The states that a state is inside of, from its parent outwards. */
export function ancestorsOf({ states }: AutomatonPicture, id: string): readonly string[] {
  const parentOf = new Map(states.map((state) => [state.id, state.parent]));
  const found: string[] = [];
  let parent = parentOf.get(id);
  // A circle, which nobody should make, ends where it closes.
  while (parent !== undefined && parentOf.has(parent) && !found.includes(parent)) {
    found.push(parent);
    parent = parentOf.get(parent);
  }
  return found;
}
