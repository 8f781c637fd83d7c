import type { SeriesFigure, SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useRunProgress } from '#ui/store/useRunProgress';
import { useSteady } from './useSteady';
import type { TimeRange } from './useTimeRange';

/** What the run tells of some figures over a stretch of time; what was shown stays until there is something better. */
export function useSeries(
  of: readonly SeriesFigure[],
  { fromUs, toUs, isWhole }: TimeRange,
  buckets: number,
  bins = false,
): SeriesWindow | null {
  const isLoaded = useRun((state) => state.generation > 0);
  const version = useRunProgress();
  // A run without an end grows all the time: its end is no part of the question.
  const query = { fromUs, toUs: isWhole ? Infinity : toUs, buckets, of, bins };
  const answer = useRunAnswer('series', isLoaded && of.length > 0 ? [query] : null, version);
  return useSteady(
    JSON.stringify(of),
    answer,
    (window, before) => window.knownUs >= Math.min(toUs, before.knownUs),
  );
}
