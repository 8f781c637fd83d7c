import type { LaneBar, LaneMark, LaneState, LaneWay, LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { laneHeight, xOf, yOf, type LaneLook } from './LaneLook';

/** What lies under a point of the lanes. */
export type LaneHit =
  | { readonly on: 'mark'; readonly mark: LaneMark }
  | { readonly on: 'bar'; readonly bar: LaneBar }
  | { readonly on: 'way'; readonly way: LaneWay }
  | { readonly on: 'state'; readonly state: LaneState }
  | { readonly on: 'depth'; readonly node: number; readonly count: number }
  | { readonly on: 'sum'; readonly node: number; readonly column: number };

type Layout = Pick<LaneLook, 'view' | 'width' | 'laneOf' | 'isResting'>;

/** How near counts, in pixels. */
const reach = { mark: 9, way: 4 };

/** The most telling thing at a point, or null; small things before large ones. */
export function laneHit(tile: LaneWindow, look: Layout, x: number, y: number): LaneHit | null {
  const lane = Math.floor(y / laneHeight);
  const node = [...look.laneOf].find(([, own]) => own === lane)?.[0] ?? -1;
  const timeUs = look.view.fromUs + (x / look.width) * look.view.spanUs;
  if (tile.sums !== null) return sumAt(tile, node, timeUs);
  return (
    markAt(tile, look, node, x) ??
    barAt(tile, node, timeUs, (y % laneHeight) / laneHeight) ??
    wayAt(tile, look, x, y) ??
    stateAt(tile, look, node, timeUs) ??
    depthAt(tile, node, timeUs)
  );
}

function markAt({ marks }: LaneWindow, look: Layout, node: number, x: number): LaneHit | null {
  let found: LaneMark | undefined;
  let nearest: number = reach.mark;
  for (const mark of marks) {
    const distance = mark.node === node ? Math.abs(xOf(look, mark.timeUs) - x) : Infinity;
    if (distance > nearest) continue;
    found = mark;
    nearest = distance;
  }
  return found === undefined ? null : { on: 'mark', mark: found };
}

function barAt({ bars }: LaneWindow, node: number, timeUs: number, height: number): LaneHit | null {
  const here = bars.filter((bar) => bar.node === node && bar.fromUs <= timeUs && bar.toUs >= timeUs);
  const slots = Math.max(1, ...here.map(({ slot }) => slot + 1));
  const slot = Math.min(slots - 1, Math.floor(height * slots));
  const bar = here.find((one) => one.slot === slot) ?? here[0];
  return bar === undefined ? null : { on: 'bar', bar };
}

function wayAt({ ways }: LaneWindow, look: Layout, x: number, y: number): LaneHit | null {
  for (const way of ways) {
    const [start, end] = [look.laneOf.get(way.from), look.laneOf.get(way.to)];
    if (start === undefined || end === undefined) continue;
    const [x1, x2] = [xOf(look, way.departUs), xOf(look, way.arriveUs)];
    if (x < Math.min(x1, x2) - reach.way || x > Math.max(x1, x2) + reach.way) continue;
    if (distanceTo({ x: x1, y: yOf(start) }, { x: x2, y: yOf(end) }, x, y) <= reach.way)
      return { on: 'way', way };
  }
  return null;
}

function distanceTo(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  x: number,
  y: number,
): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}

function stateAt({ states }: LaneWindow, look: Layout, node: number, timeUs: number): LaneHit | null {
  const state = states.find((one) => one.node === node && one.fromUs <= timeUs && one.toUs >= timeUs);
  return state === undefined || look.isResting(node, state.state) ? null : { on: 'state', state };
}

function depthAt({ depths }: LaneWindow, node: number, timeUs: number): LaneHit | null {
  const points = depths.find((depth) => depth.node === node)?.points;
  if (points === undefined) return null;
  let count = 0;
  for (let at = 0; at < points.length && (points[at] ?? 0) <= timeUs; at += 2) count = points[at + 1] ?? 0;
  return count === 0 ? null : { on: 'depth', node, count };
}

function sumAt({ sums, fromUs, toUs }: LaneWindow, node: number, timeUs: number): LaneHit | null {
  const columns = sums?.[node]?.busy.length ?? 0;
  const column = Math.floor(((timeUs - fromUs) / (toUs - fromUs)) * columns);
  return column < 0 || column >= columns ? null : { on: 'sum', node, column };
}
