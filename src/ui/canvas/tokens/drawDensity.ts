import { eventToken } from '#ui/look/tokens';
import { pointAlong } from '../wirePath';
import type { SeenToken } from './SeenToken';
import { signOfToken, toScreen, type TokensContext, type TokenScene } from './TokenScene';

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
  tokens: readonly SeenToken[],
  crowded: ReadonlySet<number>,
): void {
  for (const [wire, bins] of binsOf(scene, tokens, crowded)) {
    const samples = scene.samplesOf(wire);
    if (samples === null) continue;
    const most = Math.max(...bins.map((bin) => bin.count));
    context.lineCap = 'round';
    for (const [index, bin] of bins.entries()) {
      if (bin.count === 0) continue;
      const strength = bin.count / most;
      const start = toScreen(scene, pointAlong(samples, index / binCount));
      const end = toScreen(scene, pointAlong(samples, (index + 1) / binCount));
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
  tokens: readonly SeenToken[],
  crowded: ReadonlySet<number>,
): ReadonlyMap<number, Bin[]> {
  const found = new Map<number, Bin[]>();
  for (const token of tokens) {
    const { wire, share } = token;
    if (!crowded.has(wire)) continue;
    const bins = found.get(wire) ?? Array.from({ length: binCount }, (): Bin => ({ count: 0, colour: '' }));
    found.set(wire, bins);
    const bin = bins[Math.min(binCount - 1, Math.max(0, Math.floor(share * binCount)))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.colour = scene.palette[eventToken(signOfToken(scene, token).colour)];
  }
  return found;
}
