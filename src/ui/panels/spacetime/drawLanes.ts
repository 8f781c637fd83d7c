import type { EventType } from '#engine/model/FlowDoc';
import { drawToken } from '#ui/look/drawToken';
import { signOf } from '#ui/look/signOf';
import { eventToken, type Palette } from '#ui/look/tokens';
import type { Band, LaneScene } from './laneScene';
import type { LaneView } from './laneView';

export const laneHeight = 22;

/** How the lanes are laid out and coloured. */
export interface LaneLook {
  readonly view: LaneView;
  readonly width: number;
  /** The lane of each node, or undefined for nodes that do not run. */
  readonly laneOf: ReadonlyMap<number, number>;
  readonly lanes: number;
  readonly palette: Palette;
  readonly eventTypes: readonly EventType[];
  /** States in which a node rests: nothing is drawn. */
  readonly isResting: (node: number, state: string) => boolean;
  /** Nodes that work on one event at a time, and are coloured by it. */
  readonly isServer: (node: number) => boolean;
  /** Number of the event that is followed, or null. */
  readonly selectedEvent: number | null;
  readonly ticks: readonly number[];
}

/** Time passes in these states and nothing can be done in the node: hatched, as everywhere. */
const waiting = new Set([
  'blocked',
  'backingOff',
  'calling',
  'full',
  'paused',
  'down',
  'open',
  'throttled',
  'gathering',
]);
/** Beyond so many, arrows would be a grey carpet. */
const waysAtMost = 1200;
const barHeight = 12;

/** Draws what happened in a stretch of time: one lane a node, time to the right. */
export function drawLanes(context: CanvasRenderingContext2D, scene: LaneScene, look: LaneLook): void {
  context.clearRect(0, 0, look.width, look.lanes * laneHeight);
  drawGrid(context, look);
  drawUnknown(context, scene, look);
  for (const band of scene.bands) drawBand(context, band, look);
  if (scene.ways.length <= waysAtMost) drawWays(context, scene, look);
  drawMarks(context, scene, look);
}

const xOf = ({ view, width }: LaneLook, timeUs: number) => ((timeUs - view.fromUs) / view.spanUs) * width;
const yOf = (lane: number) => (lane + 0.5) * laneHeight;

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

/** What came before is fetched, or too long ago to be kept: no empty lane shall be mistaken for rest. */
function drawUnknown(context: CanvasRenderingContext2D, { knownFromUs }: LaneScene, look: LaneLook): void {
  const width = Math.min(look.width, xOf(look, knownFromUs));
  const height = look.lanes * laneHeight;
  if (!(width > 1)) return;
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  context.strokeStyle = look.palette.line;
  context.lineWidth = 2;
  context.beginPath();
  for (let at = -height; at < width; at += 9) {
    context.moveTo(at, height);
    context.lineTo(at + height, 0);
  }
  context.stroke();
  context.restore();
}

function drawBand(context: CanvasRenderingContext2D, band: Band, look: LaneLook): void {
  const lane = look.laneOf.get(band.node);
  if (lane === undefined || look.isResting(band.node, band.state)) return;
  const x = Math.max(-4, xOf(look, band.fromUs));
  const width = Math.max(2, Math.min(look.width + 4, xOf(look, band.toUs)) - x);
  const y = yOf(lane) - barHeight / 2;
  context.beginPath();
  context.roundRect(x, y, width, barHeight, Math.min(4, width / 2));
  if (waiting.has(band.state)) {
    hatch(context, look.palette, x, y, width);
    return;
  }
  const sign =
    band.token === null || !look.isServer(band.node) ? null : signOf(look.eventTypes, band.token.type);
  context.globalAlpha = sign === null ? 0.12 : 0.36;
  context.fillStyle = sign === null ? look.palette.ink : look.palette[eventToken(sign.colour)];
  context.fill();
  context.globalAlpha = 1;
}

function hatch(
  context: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  width: number,
): void {
  context.save();
  context.strokeStyle = palette.warn;
  context.lineWidth = 1;
  context.stroke();
  context.clip();
  context.strokeStyle = palette.hatch;
  context.lineWidth = 2.4;
  context.beginPath();
  for (let at = Math.floor((x - barHeight) / 7) * 7; at < x + width; at += 7) {
    context.moveTo(at, y + barHeight);
    context.lineTo(at + barHeight, y);
  }
  context.stroke();
  context.restore();
}

function drawWays(context: CanvasRenderingContext2D, scene: LaneScene, look: LaneLook): void {
  for (const { from, to, flight } of scene.ways) {
    const [start, end] = [look.laneOf.get(from), look.laneOf.get(to)];
    if (start === undefined || end === undefined) continue;
    const isFollowed = look.selectedEvent !== null && flight.token?.number === look.selectedEvent;
    context.strokeStyle = flight.isDeadLetter
      ? look.palette.danger
      : isFollowed
        ? look.palette.ink
        : look.palette.wire;
    context.globalAlpha = isFollowed ? 1 : 0.7;
    context.lineWidth = isFollowed ? 2 : 1;
    context.setLineDash(flight.isDeadLetter ? [4, 3] : []);
    drawArrow(
      context,
      { x: xOf(look, flight.departUs), y: yOf(start) },
      { x: xOf(look, flight.arriveUs), y: yOf(end) },
    );
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function drawArrow(context: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  // The mark at its end covers the point: the head stands before it.
  const tip = { x: to.x - Math.cos(angle) * 6.5, y: to.y - Math.sin(angle) * 6.5 };
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(tip.x, tip.y);
  for (const turn of [2.7, -2.7]) {
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x + Math.cos(angle + turn) * 5, tip.y + Math.sin(angle + turn) * 5);
  }
  context.stroke();
}

function drawMarks(context: CanvasRenderingContext2D, scene: LaneScene, look: LaneLook): void {
  // What stands on the same spot is drawn once: the last one is on top anyway.
  const spots = new Map(
    scene.marks.map((mark) => [`${mark.node} ${Math.round(xOf(look, mark.timeUs))}`, mark]),
  );
  for (const mark of spots.values()) {
    const lane = look.laneOf.get(mark.node);
    if (lane === undefined) continue;
    const place = { x: xOf(look, mark.timeUs), y: yOf(lane), radius: 4.6 };
    const sign = signOf(look.eventTypes, mark.token.type);
    drawToken(context, look.palette, sign, mark.isDead ? 'dead' : 'event', place);
    if (mark.token.number !== look.selectedEvent) continue;
    context.strokeStyle = look.palette.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(place.x, place.y, 8, 0, 2 * Math.PI);
    context.stroke();
  }
}
