import type { Port } from '#engine/model/NodeKind';
import { outward, type Point } from './outward';

/** An end of a wire on the canvas, and the side of the node that it leaves or enters. */
export interface PathEnd extends Point {
  readonly side: Port['side'];
}

/** A cubic Bézier curve: start, two control points, end. */
interface Curve {
  readonly from: Point;
  readonly c1: Point;
  readonly c2: Point;
  readonly to: Point;
}

/** The way of a wire: curves in a row. */
export type WirePath = readonly Curve[];

const shortestReach = 28;
const longestReach = 320;
/** How wide a wire turns that has to go back. */
const turn = 44;
/** A wire goes back when its end lies this much behind its start. */
const backwards = 30;

/** The curve of a wire: it leaves and enters at right angles to the sides of its nodes. */
export function pathBetween(from: PathEnd, to: PathEnd): WirePath {
  return [{ from: pointOf(from), c1: reached(from, to), c2: reached(to, from), to: pointOf(to) }];
}

/** Whether a wire between these ends has to turn back, so that a single curve would hide behind its nodes. */
export function turnsBack(from: PathEnd, to: PathEnd): boolean {
  return from.side === 'right' && to.side === 'left' && to.x < from.x + backwards;
}

/** The way of a wire that turns back: out, along a free height, and in. */
export function pathAround(from: PathEnd, to: PathEnd, height: number): WirePath {
  const up = { x: from.x, y: height };
  const down = { x: to.x, y: height };
  return [
    { from: pointOf(from), c1: right(from, turn), c2: right(up, turn), to: up },
    { from: up, c1: right(up, (down.x - up.x) / 3), c2: right(down, (up.x - down.x) / 3), to: down },
    { from: down, c1: right(down, -turn), c2: right(to, -turn), to: pointOf(to) },
  ];
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });
const right = ({ x, y }: Point, by: number): Point => ({ x: x + by, y });

/** How far a wire runs straight on: half of the way ahead, and further out when it has to turn back. */
function reached(end: PathEnd, other: PathEnd): Point {
  const { x, y } = outward(end.side);
  const ahead = (other.x - end.x) * x + (other.y - end.y) * y;
  const aside = Math.abs((other.x - end.x) * y) + Math.abs((other.y - end.y) * x);
  const wanted = ahead >= 0 ? ahead * 0.5 : -ahead * 0.6 + aside * 0.25;
  const reach = Math.min(
    longestReach,
    Math.max(Math.min(shortestReach, Math.hypot(ahead, aside) / 2), wanted),
  );
  return { x: end.x + x * reach, y: end.y + y * reach };
}

/** SVG path data. */
export function pathData(path: WirePath): string {
  const start = path[0] === undefined ? '' : `M${at(path[0].from)}`;
  return start + path.map(({ c1, c2, to }) => `C${at(c1)} ${at(c2)} ${at(to)}`).join('');
}

const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** The point at a parameter between 0 and 1. Equal steps of it are not equal ways: see `samplePath`. */
function curvePoint({ from, c1, c2, to }: Curve, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return {
    x: a * from.x + b * c1.x + c * c2.x + d * to.x,
    y: a * from.y + b * c1.y + c * c2.y + d * to.y,
  };
}

/** Points along a path, and how far each is from its start. */
export interface PathSamples {
  readonly points: readonly Point[];
  readonly distances: readonly number[];
  readonly length: number;
}

const samplesPerCurve = 32;

/** Measures a path, so that tokens run along it at an even speed. */
export function samplePath(path: WirePath): PathSamples {
  const points = path.flatMap((curve, place) =>
    Array.from({ length: samplesPerCurve + 1 }, (_, index) =>
      curvePoint(curve, index / samplesPerCurve),
    ).slice(place === 0 ? 0 : 1),
  );
  const distances: number[] = [];
  let length = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    length += Math.hypot(point.x - before.x, point.y - before.y);
    distances.push(length);
  }
  return { points, distances, length };
}

/** The point after a share (0 to 1) of the way. */
export function pointAlong({ points, distances, length }: PathSamples, share: number): Point {
  const wanted = Math.min(1, Math.max(0, share)) * length;
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((distances[middle] ?? 0) <= wanted) low = middle;
    else high = middle;
  }
  const [start, end] = [points[low], points[high]];
  if (start === undefined || end === undefined) return { x: 0, y: 0 };
  const [before, after] = [distances[low] ?? 0, distances[high] ?? 0];
  const part = after > before ? (wanted - before) / (after - before) : 0;
  return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
}
