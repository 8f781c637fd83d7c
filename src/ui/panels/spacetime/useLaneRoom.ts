import { useEffect, useState, type RefObject } from 'react';

/** What of the lanes can be seen, in pixels. */
export interface LaneRoom {
  readonly width: number;
  /** How far they are scrolled. */
  readonly top: number;
  /** How much of their height is seen at a time. */
  readonly seen: number;
}

/** Follows the size of the lanes, and how far what they lie in is scrolled. */
export function useLaneRoom(surface: RefObject<HTMLElement | null>): LaneRoom {
  const [room, setRoom] = useState<LaneRoom>({ width: 0, top: 0, seen: 0 });
  useEffect(() => {
    const element = surface.current;
    const scroller = element?.closest<HTMLElement>('[data-scrolls]');
    if (element === null || scroller === null || scroller === undefined) return undefined;
    const measure = () =>
      setRoom({ width: element.clientWidth, top: scroller.scrollTop, seen: scroller.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, [surface]);
  return room;
}
