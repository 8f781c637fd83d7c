import { compareReports, type MetricDifference } from '#engine/analysis/compare/compareReports';
import { useCompare } from '#ui/store/compareStore';
import { useRun } from '#ui/store/runStore';
import type { ShownRun } from '#ui/store/shownRun';
import { useLatestAnswer } from '#ui/store/useLatestAnswer';

/** In milliseconds, between two comparisons; and how long a run that will soon be known is waited for. */
const pauses = { usual: 120, partial: 700 };

/** Figures of both runs, and up to when they were taken. */
export interface MetricDifferences {
  readonly list: readonly MetricDifference[];
  /** In microseconds; infinite for runs that were compared as a whole. */
  readonly untilUs: number;
}

/**
 * What the figures of the run of the document and of the compared one are: of the whole runs, or up to the playhead. As
 * long as they are being computed, up to where both are known. The last comparison stays until there is a newer one.
 */
export function useMetricDifferences(isToPlayhead: boolean): MetricDifferences | null {
  const own = useRun((state) => state.generation);
  const other = useCompare((state) => state.generation);
  const ownUs = useRun(knownUsOf);
  const otherUs = useCompare(knownUsOf);
  const playheadUs = useRun((state) => (isToPlayhead ? state.playhead.timeUs : Infinity));
  const isKnown = own > 0 && other > 0 && Math.min(ownUs, otherUs) > 0;
  const key = isKnown ? [own, other, ownUs, otherUs, playheadUs].join(' ') : '';
  const { value } = useLatestAnswer(key, () => compareNow(isToPlayhead), pauses.usual);
  return other === 0 ? null : value;
}

async function compareNow(isToPlayhead: boolean): Promise<MetricDifferences> {
  const [own, other] = [useRun.getState().generation, useCompare.getState().generation];
  if (untilNow(isToPlayhead).isPartial) await new Promise((done) => setTimeout(done, pauses.partial));
  if (own !== useRun.getState().generation || other !== useCompare.getState().generation) {
    throw new Error('Other runs are to be compared by now.');
  }
  const { untilUs } = untilNow(isToPlayhead);
  const [mine, its] = await Promise.all([
    useRun.getState().ask('report', untilUs),
    useCompare.getState().ask('report', untilUs),
  ]);
  return { list: compareReports(mine, its), untilUs };
}

function untilNow(isToPlayhead: boolean) {
  const run = useRun.getState();
  const wantedUs = isToPlayhead ? run.playhead.timeUs : Infinity;
  const knownUs = Math.min(knownUsOf(run), knownUsOf(useCompare.getState()));
  return { untilUs: Math.min(wantedUs, knownUs), isPartial: knownUs < wantedUs };
}

const knownUsOf = ({ isComplete, summary }: ShownRun) => (isComplete ? Infinity : (summary?.timeUs ?? 0));
