import { eventToken } from '#ui/look/tokens';
import type { VisibleFlight } from '#ui/store/visibleFlights';
import { signOfFlight, toScreen, type TokensContext, type TokenScene } from './TokenScene';
import { pointAlong } from './wirePath';

/** More tokens than this on one wire cannot be told apart, and are drawn as a shading. */
export const tokensPerWireAtMost = 300;

const binCount = 48;

interface Bin {
  count: number;
  colour: string;
}

/** Shades crowded wires: the denser the tokens, the broader and stronger the stretch. */
export function drawDensity(
  context: TokensContext,
  scene: TokenScene,
  flights: readonly VisibleFlight[],
  crowded: ReadonlySet<number>,
): void {
  for (const [wire, bins] of binsOf(scene, flights, crowded)) {
    const layout = scene.wires[wire];
    if (layout === null || layout === undefined) continue;
    const most = Math.max(...bins.map((bin) => bin.count));
    context.lineCap = 'round';
    for (const [index, bin] of bins.entries()) {
      if (bin.count === 0) continue;
      const strength = bin.count / most;
      const start = toScreen(scene, pointAlong(layout.samples, index / binCount));
      const end = toScreen(scene, pointAlong(layout.samples, (index + 1) / binCount));
      context.strokeStyle = bin.colour;
      context.globalAlpha = 0.25 + 0.55 * strength;
      context.lineWidth = 4 + 10 * strength;
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function binsOf(
  scene: TokenScene,
  flights: readonly VisibleFlight[],
  crowded: ReadonlySet<number>,
): ReadonlyMap<number, Bin[]> {
  const found = new Map<number, Bin[]>();
  for (const { flight, progress } of flights) {
    if (!crowded.has(flight.wire)) continue;
    const bins =
      found.get(flight.wire) ?? Array.from({ length: binCount }, (): Bin => ({ count: 0, colour: '' }));
    found.set(flight.wire, bins);
    const share = flight.kind === 'ack' ? 1 - progress : progress;
    const bin = bins[Math.min(binCount - 1, Math.max(0, Math.floor(share * binCount)))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.colour = scene.palette[eventToken(signOfFlight(scene, flight).colour)];
  }
  return found;
}
