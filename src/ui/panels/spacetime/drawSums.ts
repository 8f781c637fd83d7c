import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { barHeight, laneHeight, xOf, yOf, type LaneLook } from './LaneLook';

/** A queue that is never longer than this is not drawn higher than it is. */
const leastDepth = 4;
const depthHeight = laneHeight - 3;

/** How many wait in a node: a grey area that fills its lane where most do. */
export function drawDepths(
  context: CanvasRenderingContext2D,
  { depths, toUs }: LaneWindow,
  look: LaneLook,
): void {
  for (const { node, points } of depths) {
    const lane = look.laneOf.get(node);
    if (lane === undefined) continue;
    let most = leastDepth;
    for (let at = 1; at < points.length; at += 2) most = Math.max(most, points[at] ?? 0);
    const bottom = (lane + 1) * laneHeight - 1;
    context.fillStyle = look.palette.ink3;
    context.globalAlpha = 0.28;
    context.beginPath();
    context.moveTo(xOf(look, points[0] ?? 0), bottom);
    for (let at = 0; at < points.length; at += 2) {
      const y = bottom - ((points[at + 1] ?? 0) / most) * depthHeight;
      context.lineTo(xOf(look, points[at] ?? 0), y);
      context.lineTo(xOf(look, points[at + 2] ?? toUs), y);
    }
    context.lineTo(xOf(look, toUs), bottom);
    context.fill();
    context.globalAlpha = 1;
  }
}

/** Too much to be told one by one: how much of each column a node was at work, stalled, and how many waited. */
export function drawSums(
  context: CanvasRenderingContext2D,
  { sums, fromUs, toUs }: LaneWindow,
  look: LaneLook,
): void {
  for (const [node, { busy, held, depth }] of (sums ?? []).entries()) {
    const lane = look.laneOf.get(node);
    if (lane === undefined) continue;
    const widthUs = (toUs - fromUs) / Math.max(1, busy.length);
    const most = Math.max(leastDepth, ...depth);
    const { palette } = look;
    for (const [column, share] of busy.entries()) {
      const x = xOf(look, fromUs + column * widthUs);
      const width = xOf(look, fromUs + (column + 1) * widthUs) - x + 0.4;
      if (x + width < 0 || x > look.width) continue;
      const stack = (amount: number, from: number, colour: string, alpha: number) => {
        const height = amount * barHeight;
        if (height < 0.25) return;
        context.globalAlpha = alpha;
        context.fillStyle = colour;
        context.fillRect(x, yOf(lane) + barHeight / 2 - from * barHeight - height, width, height);
      };
      const waiting = ((depth[column] ?? 0) / most) * depthHeight;
      context.globalAlpha = 0.28;
      context.fillStyle = palette.ink3;
      context.fillRect(x, (lane + 1) * laneHeight - 1 - waiting, width, waiting);
      stack(share, 0, palette.ink, 0.3);
      stack(held[column] ?? 0, share, palette.warn, 0.75);
    }
    context.globalAlpha = 1;
  }
}
