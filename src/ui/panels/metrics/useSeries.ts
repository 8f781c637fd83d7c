import { useEffect, useRef, useState } from 'react';
import type { SeriesFigure, SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useRunProgress } from '#ui/store/useRunProgress';
import type { TimeRange } from './useTimeRange';

/** As long as a changed run is computed, the figures of the one before stay, but not longer than so many milliseconds. */
const patienceMs = 700;

interface Shown {
  /** The figures, and which run they are of. */
  readonly of: string;
  readonly generation: number;
  readonly window: SeriesWindow;
}

/** What the run tells of some figures over a stretch of time; what was shown stays until there is something better. */
export function useSeries(
  of: readonly SeriesFigure[],
  { fromUs, toUs }: TimeRange,
  buckets: number,
): SeriesWindow | null {
  const generation = useRun((state) => state.generation);
  const isComplete = useRun((state) => state.isComplete);
  const version = useRunProgress();
  const isAsked = generation > 0 && of.length > 0;
  const query = { fromUs, toUs, buckets, of };
  const { value, isCurrent } = useRunAnswer('series', isAsked ? [query] : null, version);
  const changedAt = useRef(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const key = JSON.stringify(of);

  useEffect(() => {
    changedAt.current = performance.now();
  }, [generation]);

  useEffect(() => {
    if (value === null || !isCurrent) return;
    setShown((before) => {
      const isOther = before === null || before.of !== key || before.generation === generation;
      const isBetter = isOther || isComplete || value.knownUs >= Math.min(toUs, before.window.knownUs);
      const isTime = performance.now() - changedAt.current > patienceMs;
      return isBetter || isTime ? { of: key, generation, window: value } : before;
    });
    // A new answer is what matters; everything else here belongs to it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [value, isCurrent]);

  return shown?.of === key && isAsked ? shown.window : null;
}
