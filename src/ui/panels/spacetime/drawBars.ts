import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { signOf } from '#ui/look/signOf';
import { eventToken } from '#ui/look/tokens';
import { laneIndex } from './laneIndex';
import { wordPlace } from './wordPlace';
import { alphaOf, barHeight, xOf, yOf, type LaneLook } from './LaneLook';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Below it a bar is a line, and a word on it cannot be read. */
const leastWidth = 2;
/** What an event's mark and a little air take on each side of it. */
const awayFromMark = 8;
const font = '600 10.5px system-ui, sans-serif';

/** What nodes do for single events: tinted with the event's colour, hatched where they wait. */
export function drawBars(context: CanvasRenderingContext2D, tile: LaneWindow, look: LaneLook): void {
  const { slots } = laneIndex(tile);
  for (const bar of tile.bars) {
    const box = boxOf(bar, look, slots.get(bar.node) ?? 1, bar.slot);
    if (box === null) continue;
    context.globalAlpha = alphaOf(look, bar.token.number);
    if (bar.isHeld) hatch(context, look, box);
    else {
      const { palette, eventTypes } = look;
      context.globalAlpha *= bar.token.number === look.selectedEvent ? 0.8 : 0.42;
      context.fillStyle = palette[eventToken(signOf(eventTypes, bar.token.type).colour)];
      trace(context, box);
      context.fill();
    }
    context.globalAlpha = 1;
  }
}

/** Stretches in which a node as a whole cannot do anything, with a word; a bus that has something has its depth. */
export function drawStates(context: CanvasRenderingContext2D, tile: LaneWindow, look: LaneLook): void {
  const { told, marked } = laneIndex(tile);
  for (const state of tile.states) {
    if (!look.isStalled(state.node, state.state)) continue;
    const box = boxOf(state, look, 1, 0);
    if (box === null) continue;
    // Under bars that say more, the word is enough.
    if (!told.has(state)) hatch(context, look, box);
    write(context, look, box, look.wordOf(state, tile.knownUs < tile.toUs), () =>
      spotsIn(marked.get(state.node) ?? [], state, look),
    );
  }
}

function boxOf(
  { node, fromUs, toUs }: { readonly node: number; readonly fromUs: number; readonly toUs: number },
  look: LaneLook,
  slots: number,
  slot: number,
): Box | null {
  const lane = look.laneOf.get(node);
  const x = Math.max(-4, xOf(look, fromUs));
  const end = Math.min(look.width + 4, xOf(look, toUs));
  if (lane === undefined || end < 0 || x > look.width) return null;
  const height = barHeight / Math.min(slots, 4);
  const y = yOf(lane) - barHeight / 2 + (slot % 4) * height;
  return { x, y, width: Math.max(leastWidth, end - x), height: Math.max(2, height - (slots > 1 ? 0.7 : 0)) };
}

/** Where events are marked in a stretch, in pixels. */
function spotsIn(
  timesUs: readonly number[],
  { fromUs, toUs }: { readonly fromUs: number; readonly toUs: number },
  look: LaneLook,
): readonly number[] {
  return timesUs.flatMap((us) => (us >= fromUs && us <= toUs ? [xOf(look, us)] : []));
}

function trace(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(4, width / 2, height / 2));
}

function hatch(context: CanvasRenderingContext2D, { palette, hatching }: LaneLook, box: Box): void {
  trace(context, box);
  if (hatching !== null) {
    context.fillStyle = hatching;
    context.fill();
  }
  context.strokeStyle = palette.warn;
  context.lineWidth = 1;
  context.stroke();
}

/** A word on its own ground, where there is room for it between the events that are marked there. */
function write(
  context: CanvasRenderingContext2D,
  { palette, width: all }: LaneLook,
  box: Box,
  word: string,
  spots: () => readonly number[],
): void {
  const start = Math.max(2, box.x + 5);
  const end = Math.min(all, box.x + box.width) - 5;
  if (end - start < 30) return;
  context.font = font;
  const { width } = context.measureText(word);
  const from = wordPlace(spots(), start, end, width, awayFromMark);
  if (from === null) return;
  context.fillStyle = palette.panel;
  context.globalAlpha = 0.85;
  context.fillRect(from - 2, box.y + 1, width + 4, box.height - 2);
  context.globalAlpha = 1;
  context.fillStyle = palette.warn;
  context.textBaseline = 'middle';
  context.fillText(word, from, box.y + box.height / 2 + 0.5);
}
