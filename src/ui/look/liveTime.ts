import { createContext, useContext, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Virtual time that runs on between two steps. */
export interface LiveTime {
  readonly nowUs: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Time standing still at zero: what pictures without a run are drawn with. */
const stillTime: LiveTime = { nowUs: () => 0, subscribe: () => () => undefined };

export const LiveTimeContext = createContext<LiveTime>(stillTime);

// The page paints before it shows; on a server there is nothing to paint, and React would complain.
const usePaintEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Keeps one element in step with virtual time without rendering: `paint` changes it at once and whenever
 * time moves. Sixty renders a second of forty faces would cost more than a frame has.
 */
export function useLive<T extends Element>(
  paint: (element: T, nowUs: number) => void,
): { readonly ref: RefObject<T | null>; readonly nowUs: number } {
  const time = useContext(LiveTimeContext);
  const ref = useRef<T | null>(null);
  usePaintEffect(() => {
    const repaint = () => {
      if (ref.current !== null) paint(ref.current, time.nowUs());
    };
    repaint();
    return time.subscribe(repaint);
  }, [paint, time]);
  return { ref, nowUs: time.nowUs() };
}
