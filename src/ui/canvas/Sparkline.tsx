import { useEffect, useMemo, useRef } from 'react';
import { useRun } from '#ui/store/runStore';
import { useSparks, type Spark } from '#ui/store/sparkStore';
import styles from './Sparkline.module.css';

/** Finer than this share of the width need not be drawn. */
const grain = 1 / 200;

/** How long the queue of a node was over the whole run: the past solid, the known future pale. */
export function Sparkline({ spark }: { readonly spark: Spark }) {
  const untilUs = useSparks((state) => state.untilUs);
  const past = useRef<SVGSVGElement>(null);
  const path = useMemo(() => pathOf(spark, untilUs), [spark, untilUs]);

  useEffect(() => {
    let shown = -1;
    const show = () => {
      const share = Math.round(useRun.getState().playhead.timeUs / untilUs / grain) * grain;
      if (share === shown) return;
      shown = share;
      past.current?.style.setProperty('clip-path', `inset(0 ${Math.max(0, 100 - share * 100)}% 0 0)`);
    };
    show();
    // Written by hand: nothing is rendered while a run is played.
    return useRun.subscribe(show);
  }, [untilUs]);

  return (
    <div className={styles['spark']} aria-hidden data-part="spark">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none">
        <path d={path} />
      </svg>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" ref={past}>
        <path d={path} />
      </svg>
    </div>
  );
}

function pathOf({ edgesUs, heights }: Spark, untilUs: number): string {
  const x = (us: number | undefined) => (((us ?? 0) / untilUs) * 100).toFixed(2);
  const steps = heights.map((height, bucket) => `V${(1 - height).toFixed(3)}H${x(edgesUs[bucket + 1])}`);
  return `M${x(edgesUs[0])} 1${steps.join('')}V1Z`;
}
