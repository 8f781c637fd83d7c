import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useRun } from '#ui/store/runStore';

/** What stands at the playhead, and whether it is gone while the playhead is elsewhere. */
interface AtPlayhead {
  readonly ref: RefObject<HTMLElement | null>;
  readonly hides: boolean;
}

/**
 * Keeps elements, each as wide as the time between two moments, moved to the playhead. Written by hand, and as a
 * transform: nothing is rendered or laid out anew while a run plays. An element that `hides` is gone while the
 * playhead is elsewhere; another stands at the end that is nearer to it.
 */
export function useAtPlayhead(elements: readonly AtPlayhead[], fromUs: number, spanUs: number): void {
  const moves = useRef(new Map<HTMLElement, Animation>());
  useLayoutEffect(() => {
    const show = () => {
      const share = (useRun.getState().playhead.timeUs - fromUs) / spanUs;
      const isWithin = share >= 0 && share <= 1;
      for (const { ref, hides } of elements) {
        if (ref.current === null) continue;
        const move = moves.current.get(ref.current) ?? moveOf(ref.current);
        moves.current.set(ref.current, move);
        const atMs = Math.round(Math.min(1, Math.max(0, share)) * moveMs);
        if (move.currentTime !== atMs) move.currentTime = atMs;
        const visibility = hides && !isWithin ? 'hidden' : '';
        const { style } = ref.current;
        if (style.visibility !== visibility) style.visibility = visibility;
      }
    };
    show();
    return useRun.subscribe((now, before) => {
      if (now.playhead.timeUs !== before.playhead.timeUs) show();
    });
  });
}

/** In steps of a millisecond: a pixel or less, on any screen. */
const moveMs = 4000;

/**
 * The way of an element from one end to the other, as an animation that stands wherever it is put: what is in an animation
 * is moved by the browser without asking what else it might lie over, which took a third of each picture of a busy page.
 */
function moveOf(element: HTMLElement): Animation {
  const move = element.animate({ transform: ['translateX(0%)', 'translateX(100%)'] }, moveMs);
  move.pause();
  move.effect?.updateTiming({ fill: 'both' });
  return move;
}
