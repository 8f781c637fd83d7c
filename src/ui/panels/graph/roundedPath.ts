import type { Point } from './geometry';

const radius = 11;

/** SVG path data along corners, which are rounded as far as the pieces between them allow. */
export function roundedPath(way: readonly Point[]): string {
  const [first] = way;
  if (first === undefined) return '';
  const parts = [`M${text(first)}`];
  for (let index = 1; index < way.length; index += 1) {
    const [before, corner, after] = [way[index - 1], way[index], way[index + 1]];
    if (before === undefined || corner === undefined) continue;
    if (after === undefined) {
      parts.push(`L${text(corner)}`);
      continue;
    }
    const reach = Math.min(radius, length(before, corner) / 2, length(corner, after) / 2);
    parts.push(
      `L${text(towards(corner, before, reach))}Q${text(corner)} ${text(towards(corner, after, reach))}`,
    );
  }
  return parts.join('');
}

function towards(from: Point, to: Point, distance: number): Point {
  const whole = length(from, to);
  const share = whole === 0 ? 0 : distance / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
const text = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
