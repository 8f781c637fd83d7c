import type { AutomatonPicture } from './AutomatonPicture';
import type { Place } from './walkPicture';

/** What is chosen after a place was removed: the source of an arrow, the state before a state, or nothing. */
export function nextPlace({ states, arrows }: AutomatonPicture, removed: Place): Place | null {
  if (removed.on === 'arrow') {
    const arrow = arrows.find(({ id }) => id === removed.id);
    return arrow === undefined ? null : { on: 'state', id: arrow.from };
  }
  const index = states.findIndex(({ id }) => id === removed.id);
  const near =
    states[index - 1] ?? states.find(({ id, parent }) => id !== removed.id && parent !== removed.id);
  return near === undefined ? null : { on: 'state', id: near.id };
}
