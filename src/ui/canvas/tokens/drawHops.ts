import { spriteSize } from '#ui/look/drawToken';
import { pointAlong } from '../wirePath';
import type { SeenToken } from './SeenToken';
import { signOfToken, toScreen, type TokensContext, type TokenScene } from './TokenScene';

/** Where on a wire the badges sit, latest first. */
const spots = [0.5, 0.28, 0.72, 0.14, 0.86];

/** Without motion: a badge with the number of the event on each wire that it just went over. */
export function drawHops(context: TokensContext, scene: TokenScene, hops: readonly SeenToken[]): void {
  const { pixelRatio, width, height, palette, font } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const stacked = new Map<number, number>();
  for (const hop of hops) {
    const samples = scene.samplesOf(hop.wire);
    if (samples === null) continue;
    const place = stacked.get(hop.wire) ?? 0;
    stacked.set(hop.wire, place + 1);
    const middle = toScreen(scene, pointAlong(samples, spots[place] ?? 0.5));
    const { y } = middle;
    const text = `#${hop.number < 0 ? '' : hop.number}`;
    context.font = `650 10.5px ${font}`;
    const half = (context.measureText(text).width + 24) / 2;
    context.fillStyle = palette.raised;
    context.strokeStyle = hop.look === 'dead' ? palette.danger : palette.ink;
    context.lineWidth = 1.2;
    context.beginPath();
    context.roundRect(middle.x - half, y - 8.5, 2 * half, 17, 8.5);
    context.fill();
    context.stroke();
    const sprite = scene.sprites.of(signOfToken(scene, hop), hop.look, 4.5);
    const size = spriteSize(4.5);
    context.drawImage(sprite, middle.x - half + 9.5 - size / 2, y - size / 2, size, size);
    context.fillStyle = palette.ink;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, middle.x + 6, y + 0.5);
  }
}
