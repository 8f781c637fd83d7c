import type { LaneView } from '#ui/store/laneStore';
import type { MarkSpan } from './Mark';
import { behindEnd, endAtOf, showsEnd } from './wordRoom';

/** The width of the handle at the end of a bar, in pixels. */
const endWidth = 24;

/** Bars whose ends can be taken hold of: of those that would cover each other the first. */
export function freeEnds(spans: readonly MarkSpan[], view: LaneView, width: number): ReadonlySet<MarkSpan> {
  const pixelsOf = (us: number) => ((us - view.fromUs) / view.spanUs) * width;
  // As they are drawn: at the least beside the handle at the beginning.
  const placed = spans
    .filter((span) => showsEnd(span, view))
    .map((span) => {
      const at = Math.max(pixelsOf(endAtOf(span, view)), pixelsOf(span.fromUs) + behindEnd);
      return { span, at };
    })
    .toSorted((a, b) => a.at - b.at);
  const free = new Set<MarkSpan>();
  let last = -Infinity;
  for (const { span, at } of placed) {
    if (at - last < endWidth) continue;
    free.add(span);
    last = at;
  }
  return free;
}
