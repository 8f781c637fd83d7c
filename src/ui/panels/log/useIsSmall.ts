import { useSyncExternalStore } from 'react';

const query = '(width < 700px), (pointer: coarse)';

/** Whether rows must be taller: for fingers, or because their sentences need two lines. */
export function useIsSmall(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(onChange: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}
