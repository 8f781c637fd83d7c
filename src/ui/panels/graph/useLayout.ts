import { useEffect, useState } from 'react';
import type { AutomatonPicture } from './AutomatonPicture';
import { arrangeInWorker } from './arrangeInWorker';
import { layoutKey } from './layoutKey';
import { largestIn } from './largestIn';
import { LayoutStore } from './LayoutStore';
import type { PictureLayout } from './PictureLayout';
import type { Size } from './viewportOf';

const store = new LayoutStore(arrangeInWorker);

/** More states than anybody can read; they are in the table. */
const mostStates = 300;
const mostArrows = 2000;

export interface LayoutAnswer {
  /** The newest layout there is; while the next one is computed, the one before. */
  readonly layout: PictureLayout | null;
  readonly isCurrent: boolean;
  readonly failure: 'tooLarge' | 'failed' | null;
}

/** The layout of a picture in a room, computed off the page's thread. */
export function useLayout(picture: AutomatonPicture, room: Size): LayoutAnswer {
  const key = layoutKey(picture);
  const isTooLarge = picture.states.length > mostStates || picture.arrows.length > mostArrows;
  const known = isTooLarge ? null : store.known(picture);
  const [last, setLast] = useState<{
    readonly key: string;
    readonly layouts: readonly PictureLayout[] | null;
  } | null>(null);
  useEffect(() => {
    if (isTooLarge) return undefined;
    let isWanted = true;
    const settle = (layouts: readonly PictureLayout[] | null) => {
      if (isWanted) setLast({ key, layouts });
    };
    store.layout(picture).then(settle, () => settle(null));
    return () => {
      isWanted = false;
    };
    // The key says all about the picture that the layout depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, isTooLarge]);
  if (isTooLarge) return { layout: null, isCurrent: true, failure: 'tooLarge' };
  if (known !== null) return { layout: largestIn(room, known), isCurrent: true, failure: null };
  const isCurrent = last?.key === key;
  return { layout: largestIn(room, last?.layouts ?? []), isCurrent, failure: isCurrent ? 'failed' : null };
}
