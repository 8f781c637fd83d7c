import { useState } from 'react';
import type { AutomatonPicture } from './AutomatonPicture';
import { followPlace } from './followPlace';
import type { Place } from './walkPicture';

/** A place that is kept while the picture changes: followed where its id changes, null while it is not there. */
export function usePlace(picture: AutomatonPicture): readonly [Place | null, (place: Place | null) => void] {
  const [place, setPlace] = useState<Place | null>(null);
  const [seen, setSeen] = useState(picture);
  if (seen !== picture) {
    setSeen(picture);
    if (place !== null) setPlace(followPlace(seen, picture, place) ?? place);
  }
  const { states, arrows } = picture;
  const isThere = (place?.on === 'state' ? states : arrows).some(({ id }) => id === place?.id);
  return [isThere ? place : null, setPlace];
}
