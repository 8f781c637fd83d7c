import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './viewportOf';

/** The inner size of an element, kept up to date. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
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
