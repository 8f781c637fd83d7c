import type { LaneView } from '#ui/store/laneStore';
import type { MarkSpan } from './Mark';

/** Marks that stand so close together that only one handle fits. */
export interface Cluster {
  readonly fromUs: number;
  readonly spans: readonly MarkSpan[];
  /** Pixels until the next one begins. */
  readonly room: number;
}

/** The width of a handle, in pixels. */
const handleWidth = 26;

/** Marks of which one would cover another come together. Those that began before the view stand at its edge. */
export function clusterSpans(
  spans: readonly MarkSpan[],
  { fromUs, spanUs }: LaneView,
  width: number,
): readonly Cluster[] {
  const pixelsOf = (us: number) => ((us - fromUs) / spanUs) * width;
  const clusters: { fromUs: number; spans: MarkSpan[]; room: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.fromUs - b.fromUs)) {
    const at = pixelsOf(span.fromUs);
    // What began before is seen by its bar alone.
    if (at < -handleWidth / 2) continue;
    const last = clusters.at(-1);
    const gap = last === undefined ? Infinity : at - pixelsOf(last.fromUs);
    if (last !== undefined && gap < handleWidth) last.spans.push(span);
    else {
      if (last !== undefined) last.room = gap;
      clusters.push({ fromUs: span.fromUs, spans: [span], room: width - at });
    }
  }
  return clusters;
}
