import { useEffect, useState } from 'react';
import type { AutomatonPicture } from './AutomatonPicture';
import { arrangeInWorker } from './arrangeInWorker';
import { layoutKey } from './layoutKey';
import { largestIn } from './largestIn';
import { LayoutStore } from './LayoutStore';
import type { PictureLayout, Way } from './PictureLayout';
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

interface Last {
  readonly key: string;
  readonly room: Size;
  readonly layout: PictureLayout | null;
}

/**
 * The layout of a picture in a room, computed off the page's thread; null as long as the room is not known. A steady one
 * goes on in the way it has begun, for somebody works on it.
 */
export function useLayout(picture: AutomatonPicture, room: Size | null, isSteady: boolean): LayoutAnswer {
  const key = layoutKey(picture);
  const isTooLarge = picture.states.length > mostStates || picture.arrows.length > mostArrows;
  const [last, setLast] = useState<Last | null>(null);
  const isKept = isSteady && last !== null && last.room === room && last.layout !== null;
  const way: Way | undefined = isKept ? last.layout?.flow : undefined;
  useEffect(() => {
    if (isTooLarge || room === null) return undefined;
    let isWanted = true;
    const settle = (layouts: readonly PictureLayout[]) => {
      if (isWanted) setLast({ key, room, layout: largestIn(room, layouts) });
    };
    store.layout(picture, room, way).then(settle, () => settle([]));
    return () => {
      isWanted = false;
    };
    // The key says all about the picture that the layout depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, isTooLarge, room, way]);
  if (isTooLarge) return { layout: null, isCurrent: true, failure: 'tooLarge' };
  const known = room === null ? null : store.known(picture, room, way);
  if (known !== null && room !== null)
    return { layout: largestIn(room, known), isCurrent: true, failure: null };
  const isCurrent = last?.key === key && last.room === room;
  const hasFailed = isCurrent && last.layout === null;
  return { layout: last?.layout ?? null, isCurrent, failure: hasFailed ? 'failed' : null };
}
