import type { Flight, PlayableEntry } from '#engine/runtime/Trace';
import { spriteSize } from '#ui/look/drawToken';
import { signOfFlight, toScreen, type TokensContext, type TokenScene } from './TokenScene';
import { pointAlong } from './wirePath';

/** Something went over a wire with this step. */
export interface Hop {
  readonly step: number;
  readonly flight: Flight;
}

const hopsShown = 5;

/** The last few messages that were sent up to a step, latest first. */
export function recentHops(
  entries: readonly PlayableEntry[],
  startStep: number,
  step: number,
): readonly Hop[] {
  const hops: Hop[] = [];
  for (let index = Math.min(entries.length, step - startStep) - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    for (const flight of entry.sent) {
      if (flight.kind !== 'ack' && hops.length < hopsShown) hops.push({ step: entry.step, flight });
    }
    if (hops.length >= hopsShown) break;
  }
  return hops;
}

/** Where on a wire the badges sit, latest first. */
const spots = [0.5, 0.28, 0.72, 0.14, 0.86];

/** Without motion: a badge with the number of the event on each wire that it just went over. */
export function drawHops(context: TokensContext, scene: TokenScene, hops: readonly Hop[]): void {
  const { pixelRatio, width, height, palette, font } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const stacked = new Map<number, number>();
  for (const { flight } of hops) {
    const wire = scene.wires[flight.wire];
    if (wire === null || wire === undefined) continue;
    const place = stacked.get(flight.wire) ?? 0;
    stacked.set(flight.wire, place + 1);
    const middle = toScreen(scene, pointAlong(wire.samples, spots[place] ?? 0.5));
    const { y } = middle;
    const text = `#${flight.token?.number ?? ''}`;
    context.font = `650 10.5px ${font}`;
    const half = (context.measureText(text).width + 24) / 2;
    context.fillStyle = palette.raised;
    context.strokeStyle = flight.isDeadLetter ? palette.danger : palette.ink;
    context.lineWidth = 1.2;
    context.beginPath();
    context.roundRect(middle.x - half, y - 8.5, 2 * half, 17, 8.5);
    context.fill();
    context.stroke();
    const sprite = scene.sprites.of(signOfFlight(scene, flight), flight.isDeadLetter ? 'dead' : 'event', 4.5);
    const size = spriteSize(4.5);
    context.drawImage(sprite, middle.x - half + 9.5 - size / 2, y - size / 2, size, size);
    context.fillStyle = palette.ink;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, middle.x + 6, y + 0.5);
  }
}
