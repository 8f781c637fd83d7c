import { useMemo } from 'react';
import { useLanes } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { runSpan } from '../spacetime/runSpan';

/** A stretch of virtual time. */
export interface TimeRange {
  readonly fromUs: number;
  readonly toUs: number;
  /** Whether it is all of the run, as far as that goes. */
  readonly isWhole: boolean;
}

/** What the charts show: the stretch to which a person has zoomed, there or in the timeline, or else the whole run. */
export function useTimeRange(): TimeRange {
  const view = useLanes((state) => state.view);
  const runUs = useRun(runSpan);
  return useMemo(
    () =>
      view === null
        ? { fromUs: 0, toUs: runUs, isWhole: true }
        : { fromUs: Math.max(0, view.fromUs), toUs: view.fromUs + view.spanUs, isWhole: false },
    [view, runUs],
  );
}
