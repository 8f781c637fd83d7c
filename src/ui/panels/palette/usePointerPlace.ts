import { useEffect, useState } from 'react';
import type { Point } from '#ui/store/viewStore';

/** Where the mouse or pen is while it is followed, in pixels of the window, from a place on that is set. */
export function usePointerPlace(isFollowed: boolean): readonly [Point | null, (at: Point | null) => void] {
  const [at, setAt] = useState<Point | null>(null);
  useEffect(() => {
    if (!isFollowed) return undefined;
    const onMove = ({ pointerType, clientX, clientY }: PointerEvent) =>
      setAt(pointerType === 'touch' ? null : { x: clientX, y: clientY });
    addEventListener('pointermove', onMove);
    return () => removeEventListener('pointermove', onMove);
  }, [isFollowed]);
  return [at, setAt];
}
