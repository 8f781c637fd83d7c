import { useEffect, useRef, type RefObject } from 'react';
import { useMetrics } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import type { TimeRange } from './useTimeRange';

/** Finer than this share of what is seen need not be drawn. */
const grain = 1 / 2_000;

/**
 * Tells an element where in a stretch of time the playhead and the moment pointed at are, as `--head` and `--at`: shares
 * from 0 to 1 in the stretch, by which everything inside of it is placed. Nothing is rendered for that, however fast a run plays.
 */
export function useMoments(element: RefObject<HTMLElement | null>, { fromUs, toUs }: TimeRange): void {
  const shown = useRef({ head: '', at: '' });
  useEffect(() => {
    const shareOf = (timeUs: number) => {
      const share = Math.round((timeUs - fromUs) / (toUs - fromUs) / grain) * grain;
      // Just outside on either side, so that nothing is drawn of it.
      return Math.min(1.1, Math.max(-0.1, share)).toFixed(4);
    };
    const show = () => {
      const style = element.current?.style;
      const head = shareOf(useRun.getState().playhead.timeUs);
      const { atUs } = useMetrics.getState();
      const at = atUs === null ? '-1' : shareOf(atUs);
      if (style === undefined || (head === shown.current.head && at === shown.current.at)) return;
      shown.current = { head, at };
      style.setProperty('--head', head);
      style.setProperty('--at', at);
    };
    shown.current = { head: '', at: '' };
    show();
    const forgets = [useRun.subscribe(show), useMetrics.subscribe(show)];
    return () => {
      for (const forget of forgets) forget();
    };
  }, [element, fromUs, toUs]);
}
