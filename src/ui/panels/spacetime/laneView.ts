import type { LaneView } from '#ui/store/laneStore';

/** How far the playhead goes over a page before the next one is turned to, and how much of the past is left of it. */
const pageShare = 0.5;
const pastShare = 0.3;
/** What is left empty before the run, and after it. */
const marginShare = 0.04;
/** No span is longer than what shows the whole run on one page and a little more. */
const longestInRuns = 4 / 3;

/**
 * The page on which the playhead stands: a function of the time only, so that stepping back turns back. The last
 * page ends where the run does, and shows what led there.
 */
export function laneViewAt(timeUs: number, spanUs: number, runUs: number): LaneView {
  const page = Math.floor(timeUs / (pageShare * spanUs));
  const firstUs = -marginShare * spanUs;
  const lastUs = runUs - (1 - marginShare) * spanUs;
  const fromUs = (page * pageShare - pastShare) * spanUs;
  return { fromUs: Math.max(firstUs, Math.min(fromUs, lastUs)), spanUs };
}

/** A span in which some forty steps are seen, and that lasts more than a second at the speed of playing. */
export function usualSpan(runUs: number, steps: number, speed: number): number {
  const forSteps = steps > 0 ? (runUs / steps) * 40 : 1e6;
  const forSpeed = Number.isFinite(speed) ? 1.5e6 * speed : 0;
  return rounded(Math.min(Math.max(forSteps, forSpeed, 1000), Math.max(runUs * longestInRuns, 1000)));
}

/** The next greater of 1, 2 or 5 with a power of ten. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power;
}

/** Times to write at the axis: multiples of 1, 2 or 5 with a power of ten, at most so many. */
export function ticksOf({ fromUs, spanUs }: LaneView, most: number): readonly number[] {
  const every = rounded(spanUs / Math.max(1, most));
  const first = Math.max(0, Math.ceil(fromUs / every));
  const last = Math.floor((fromUs + spanUs) / every);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * every);
}

/** Shorter than this tells nothing more, and longer than the run is empty: in runs, and in microseconds. */
const shortestUs = 200;

/** The view with its span so many times as long, and the moment under the pointer where it was. */
export function zoomedAt(
  { fromUs, spanUs }: LaneView,
  factor: number,
  atUs: number,
  runUs: number,
): LaneView {
  const next = Math.min(Math.max(spanUs * factor, shortestUs), Math.max(runUs * longestInRuns, shortestUs));
  return bounded({ fromUs: atUs - ((atUs - fromUs) / spanUs) * next, spanUs: next }, runUs);
}

/** The view moved by so much, as far as there is something to see. */
export function pannedBy({ fromUs, spanUs }: LaneView, byUs: number, runUs: number): LaneView {
  return bounded({ fromUs: fromUs + byUs, spanUs }, runUs);
}

function bounded({ fromUs, spanUs }: LaneView, runUs: number): LaneView {
  const firstUs = -marginShare * spanUs;
  const lastUs = Math.max(firstUs, runUs - (1 - marginShare) * spanUs);
  return { fromUs: Math.min(Math.max(fromUs, firstUs), lastUs), spanUs };
}
