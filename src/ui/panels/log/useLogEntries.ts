import type { TraceEntry } from '#engine/runtime/Trace';
import { useRunAnswer } from '#ui/store/useRunAnswer';

/** Entries are fetched in blocks that begin at multiples of this, so that scrolling a row asks nothing. */
const grain = 100;

/** The entries of the steps in view, with some before and after; undefined where they are not here yet. */
export function useLogEntries(
  first: number,
  last: number,
  steps: number,
): (step: number) => TraceEntry | undefined {
  const from = Math.max(0, Math.floor((first - 1) / grain) - 1) * grain + 1;
  const to = Math.min(steps, (Math.floor((last - 1) / grain) + 2) * grain);
  const { value } = useRunAnswer('entries', to < from ? null : [{ from, count: to - from + 1 }]);
  return (step) => {
    const start = value?.[0]?.step;
    return start === undefined ? undefined : value?.[step - start];
  };
}
