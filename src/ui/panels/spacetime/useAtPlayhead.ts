import { useLayoutEffect, type RefObject } from 'react';
import { useRun } from '#ui/store/runStore';

/**
 * Keeps elements, each as wide as the time between two moments, moved to the playhead. Written by hand, and as a
 * transform: nothing is rendered or laid out anew while a run plays. An element that `hides` is gone while the
 * playhead is elsewhere; another stands at the end that is nearer to it.
 */
export function useAtPlayhead(
  elements: readonly { readonly ref: RefObject<HTMLElement | null>; readonly hides: boolean }[],
  fromUs: number,
  spanUs: number,
): void {
  useLayoutEffect(() => {
    const show = () => {
      const share = (useRun.getState().playhead.timeUs - fromUs) / spanUs;
      const isWithin = share >= 0 && share <= 1;
      for (const { ref, hides } of elements) {
        if (ref.current === null) continue;
        const { style } = ref.current;
        style.transform = `translateX(${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%)`;
        style.visibility = hides && !isWithin ? 'hidden' : '';
      }
    };
    show();
    return useRun.subscribe((now, before) => {
      if (now.playhead.timeUs !== before.playhead.timeUs) show();
    });
  });
}
