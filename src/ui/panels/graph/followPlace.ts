import type { AutomatonPicture } from './AutomatonPicture';
import type { Place } from './walkPicture';

/**
 * What a place has become in a later picture, where ids may be made of names: the same id, else the only new one, else the
 * one that stands where it stood if as many are there. Null when it is gone.
 */
export function followPlace(before: AutomatonPicture, after: AutomatonPicture, place: Place): Place | null {
  const idsIn = ({ states, arrows }: AutomatonPicture) =>
    (place.on === 'state' ? states : arrows).map(({ id }) => id);
  const [old, now] = [idsIn(before), idsIn(after)];
  if (now.includes(place.id)) return place;
  const index = old.indexOf(place.id);
  if (index < 0 || old.length !== now.length) return null;
  const fresh = now.filter((id) => !old.includes(id));
  const [first] = fresh;
  const id = fresh.length === 1 ? first : now[index];
  return id === undefined || !fresh.includes(id) ? null : { on: place.on, id };
}
