import { boxAround, isInside, type Point } from './geometry';

/** A box around its middle. */
export interface Placed extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Curve {
  /** SVG path data from the rim of one box to the rim of the other. */
  readonly path: string;
  /** The point at a share of the way. */
  readonly at: (share: number) => Point;
}

/** Room between an arrow and the box that it leaves or meets. */
const leaveGap = 2;
const meetGap = 4;

/**
 * A way from one box to another: a bow to the left as one goes, or straight, so that the way back lies on it and
 * both are one line with two heads.
 */
export function edgeCurve(from: Placed, to: Placed, isBow: boolean): Curve {
  const way = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.max(1, Math.hypot(way.x, way.y));
  const bend = isBow ? 15 + length * 0.09 : 0;
  const middle = {
    x: (from.x + to.x) / 2 + (way.y / length) * bend,
    y: (from.y + to.y) / 2 - (way.x / length) * bend,
  };
  const whole = (share: number) => bezier(from, middle, to, share);
  const start = rim(whole, from, leaveGap, 0);
  const end = rim(whole, to, meetGap, 1);
  const at = (share: number) => whole(start + (end - start) * share);
  const [a, b, c] = [at(0), at(0.5), at(1)];
  // The same parabola between the rims: its middle point fixes the control point.
  const control = { x: 2 * b.x - (a.x + c.x) / 2, y: 2 * b.y - (a.y + c.y) / 2 };
  return { path: `M${text(a)}Q${text(control)} ${text(c)}`, at };
}

/** The share of the way at which a curve crosses the rim of the box that it begins or ends in. */
function rim(curve: (share: number) => Point, box: Placed, gap: number, end: 0 | 1): number {
  const around = boxAround(box, box.width + 2 * gap, box.height + 2 * gap);
  for (let steps = 1; steps < 100; steps += 1) {
    const share = end === 0 ? steps / 100 : 1 - steps / 100;
    if (!isInside(curve(share), around)) return share;
  }
  return end === 0 ? 0.49 : 0.51;
}

function bezier(a: Point, b: Point, c: Point, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * a.x + 2 * u * t * b.x + t * t * c.x,
    y: u * u * a.y + 2 * u * t * b.y + t * t * c.y,
  };
}

const text = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
