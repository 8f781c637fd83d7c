import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './viewportOf';

/** The inner size of an element, kept up to date; null before it was first read. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const host = element.current;
    if (host === null) return undefined;
    const read = () => setSize({ width: host.clientWidth, height: host.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(host);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
