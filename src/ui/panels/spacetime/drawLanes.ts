import type { LaneWindow, LaneWay } from '#engine/runtime/lanes/LaneWindow';
import { spriteSize } from '#ui/look/drawToken';
import { signOf } from '#ui/look/signOf';
import { drawBars, drawStates } from './drawBars';
import { drawDepths, drawSums } from './drawSums';
import { groupedBy } from './groupedBy';
import { alphaOf, laneHeight, xOf, yOf, type LaneLook } from './LaneLook';

/** Beyond so many, arrows would be a grey carpet. */
const waysAtMost = 1_500;
const markRadius = 4.6;

/** Draws what happened in a stretch of time: one lane a node, time to the right. */
export function drawLanes(context: CanvasRenderingContext2D, tile: LaneWindow | null, look: LaneLook): void {
  context.clearRect(0, 0, look.width, look.lanes * laneHeight);
  drawGrid(context, look);
  drawUnknown(context, tile, look);
  if (tile === null) return;
  if (tile.sums !== null) {
    drawSums(context, tile, look);
    return;
  }
  drawDepths(context, tile, look);
  drawStates(context, tile, look);
  drawBars(context, tile, look);
  drawWays(context, tile, look);
  drawMarks(context, tile, look);
}

function drawGrid(context: CanvasRenderingContext2D, look: LaneLook): void {
  context.strokeStyle = look.palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let lane = 1; lane <= look.lanes; lane += 1) {
    context.moveTo(0, lane * laneHeight - 0.5);
    context.lineTo(look.width, lane * laneHeight - 0.5);
  }
  for (const tick of look.ticks) {
    const x = Math.round(xOf(look, tick)) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, look.lanes * laneHeight);
  }
  context.stroke();
}

/** What is not fetched yet: no empty lane shall be mistaken for rest. */
function drawUnknown(context: CanvasRenderingContext2D, tile: LaneWindow | null, look: LaneLook): void {
  const [start, end] = [Math.max(0, xOf(look, 0)), look.width];
  const height = look.lanes * laneHeight;
  if (tile === null) drawStripes(context, look, start, end, height);
  else if (tile.fromUs > 0) drawStripes(context, look, start, Math.min(end, xOf(look, tile.fromUs)), height);
}

function drawStripes(
  context: CanvasRenderingContext2D,
  look: LaneLook,
  from: number,
  to: number,
  height: number,
): void {
  if (!(to - from > 1)) return;
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, height);
  context.clip();
  context.strokeStyle = look.palette.line;
  context.lineWidth = 2;
  context.beginPath();
  for (let at = from - height; at < to; at += 9) {
    context.moveTo(at, height);
    context.lineTo(at + height, 0);
  }
  context.stroke();
  context.restore();
}

/** All ways that look the same are one path: stroking each by itself would take most of a picture's time. */
function drawWays(
  context: CanvasRenderingContext2D,
  { ways, fromUs, toUs }: LaneWindow,
  look: LaneLook,
): void {
  const { view } = look;
  const [firstUs, lastUs] = [Math.max(fromUs, view.fromUs), Math.min(toUs, view.fromUs + view.spanUs)];
  const shown = ways.filter(({ departUs, arriveUs }) => arriveUs >= firstUs && departUs <= lastUs);
  const isCrowded = shown.length > waysAtMost;
  for (const [manner, alike] of groupedBy(shown, (way) => mannerOf(way, look))) {
    // In a crowd only the ways of the followed event and its family are told apart.
    if (isCrowded && (look.family === null || manner === 'faded')) continue;
    drawAlike(context, manner, alike, look);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

type Manner = 'faded' | 'plain' | 'dead' | 'followed';

function mannerOf({ token, isDeadLetter }: LaneWay, look: LaneLook): Manner {
  if (look.selectedEvent !== null && token?.number === look.selectedEvent)
    return isDeadLetter ? 'dead' : 'followed';
  if (alphaOf(look, token?.number) < 1) return 'faded';
  return isDeadLetter ? 'dead' : 'plain';
}

function drawAlike(
  context: CanvasRenderingContext2D,
  manner: Manner,
  ways: readonly LaneWay[],
  look: LaneLook,
): void {
  const { ink, wire, danger } = look.palette;
  context.strokeStyle = { faded: wire, plain: wire, dead: danger, followed: ink }[manner];
  context.globalAlpha = { faded: 0.25, plain: 0.7, dead: 0.9, followed: 1 }[manner];
  context.lineWidth = manner === 'followed' ? 2 : 1;
  context.setLineDash(manner === 'dead' ? [4, 3] : []);
  context.beginPath();
  for (const way of ways) {
    const [start, end] = [look.laneOf.get(way.from), look.laneOf.get(way.to)];
    if (start === undefined || end === undefined) continue;
    const arriveUs = Math.min(way.arriveUs, look.view.fromUs + 3 * look.view.spanUs);
    const from = { x: xOf(look, way.departUs), y: yOf(start) };
    traceArrow(context, from, { x: xOf(look, arriveUs), y: yOf(end) });
  }
  context.stroke();
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function traceArrow(context: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  // The mark at its end covers the point: the head stands before it.
  const tip = { x: to.x - Math.cos(angle) * 6.5, y: to.y - Math.sin(angle) * 6.5 };
  context.moveTo(from.x, from.y);
  context.lineTo(tip.x, tip.y);
  for (const turn of [2.7, -2.7]) {
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x + Math.cos(angle + turn) * 5, tip.y + Math.sin(angle + turn) * 5);
  }
}

function drawMarks(context: CanvasRenderingContext2D, { marks }: LaneWindow, look: LaneLook): void {
  // What stands on the same spot is drawn once: the last one is on top anyway, and what is followed before all.
  const spots = new Map<string, (typeof marks)[number]>();
  for (const mark of marks) {
    const x = xOf(look, mark.timeUs);
    if (x < -10 || x > look.width + 10) continue;
    const key = `${mark.node} ${Math.round(x)}`;
    const other = spots.get(key);
    if (other === undefined || other.token.number !== look.selectedEvent) spots.set(key, mark);
  }
  const size = spriteSize(markRadius);
  for (const mark of spots.values()) {
    const lane = look.laneOf.get(mark.node);
    if (lane === undefined) continue;
    const [x, y] = [xOf(look, mark.timeUs), yOf(lane)];
    const sprite = look.sprites.of(
      signOf(look.eventTypes, mark.token.type),
      mark.isDead ? 'dead' : 'event',
      markRadius,
    );
    context.globalAlpha = alphaOf(look, mark.token.number);
    context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
    context.globalAlpha = 1;
    if (mark.token.number === look.selectedEvent) drawRing(context, look, x, y);
  }
}

function drawRing(context: CanvasRenderingContext2D, { palette }: LaneLook, x: number, y: number): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.stroke();
}
