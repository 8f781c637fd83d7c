import { spriteSize } from '#ui/look/drawToken';
import { eventToken } from '#ui/look/tokens';
import { pointAlong } from '../wirePath';
import { drawDensity, tokensPerWireAtMost } from './drawDensity';
import { drawLabel } from './drawLabel';
import { placeTokens, type PlacedToken } from './placeTokens';
import type { SeenToken } from './SeenToken';
import { signOfToken, toScreen, type TokensContext, type TokenScene } from './TokenScene';

const tokenRadius = 8;
const selectedRadius = 9.5;
const smallRadius = 5;
const dotRadius = 3;
const ringRadius = 13.5;
const tailLength = 54;
const tailsAtMost = 400;
const labelsAtMost = 3;
const fadedAlpha = 0.35;
/** Below this zoom nodes are blocks, and tokens dots. */
const dotZoom = 0.2;
/** Below this zoom nodes are silhouettes, which tokens of full size would cover. */
const smallZoom = 0.4;

/** Draws all tokens of one moment: a pure function of its arguments onto the context. */
export function drawTokens(context: TokensContext, scene: TokenScene, tokens: readonly SeenToken[]): void {
  const { pixelRatio, width, height } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const crowded = crowdedWires(tokens);
  if (crowded.size > 0) drawDensity(context, scene, tokens, crowded);
  const placed = placeTokens(
    scene,
    tokens.filter(({ wire }) => !crowded.has(wire)),
  );
  if (placed.length <= tailsAtMost) for (const token of placed) drawTail(context, scene, token);
  for (const token of placed) drawOne(context, scene, token);
  drawLabels(context, scene, placed);
}

function crowdedWires(tokens: readonly SeenToken[]): ReadonlySet<number> {
  if (tokens.length <= tokensPerWireAtMost) return new Set();
  const counts = new Map<number, number>();
  for (const { wire } of tokens) counts.set(wire, (counts.get(wire) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > tokensPerWireAtMost).map(([wire]) => wire));
}

const isAnswer = ({ look }: SeenToken) => look === 'reply' || look === 'badReply';

function drawTail(context: TokensContext, scene: TokenScene, { token, samples }: PlacedToken): void {
  const { share } = token;
  const length = Math.max(1, samples.length * scene.viewport.zoom);
  const behind = Math.min(0.25, tailLength / length) * (isAnswer(token) ? 1 : -1);
  const thin = radiusAt(scene.viewport.zoom) / tokenRadius;
  context.strokeStyle = scene.palette[eventToken(signOfToken(scene, token).colour)];
  context.lineCap = 'round';
  for (const [part, lineWidth, alpha] of [
    [1, 7, 0.2],
    [0.5, 4, 0.35],
  ] as const) {
    const start = Math.min(1, Math.max(0, share + behind * part));
    context.globalAlpha = (isAnswer(token) ? alpha / 2 : alpha) * alphaOf(scene, token);
    context.lineWidth = lineWidth * thin;
    context.beginPath();
    for (let step = 0; step <= 6; step += 1) {
      const { x, y } = toScreen(scene, pointAlong(samples, start + ((share - start) * step) / 6));
      if (step === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function radiusAt(zoom: number): number {
  if (zoom < dotZoom) return dotRadius;
  return zoom < smallZoom ? smallRadius : tokenRadius;
}

/** What has nothing to do with the followed event fades. */
function alphaOf({ family }: TokenScene, { number }: SeenToken): number {
  return family === null || family.has(number) ? 1 : fadedAlpha;
}

function drawOne(context: TokensContext, scene: TokenScene, { token, x, y }: PlacedToken): void {
  const isSelected = token.number === scene.selectedEvent;
  const radius = isSelected ? selectedRadius : radiusAt(scene.viewport.zoom);
  const size = spriteSize(radius);
  const sprite = scene.sprites.of(signOfToken(scene, token), token.look, radius);
  context.globalAlpha = alphaOf(scene, token);
  context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
  context.globalAlpha = 1;
  if (!isSelected) return;
  context.strokeStyle = scene.palette.ink;
  context.lineWidth = 1.6;
  context.beginPath();
  context.arc(x, y, ringRadius, 0, 2 * Math.PI);
  context.stroke();
}

function drawLabels(context: TokensContext, scene: TokenScene, placed: readonly PlacedToken[]): void {
  const labelsAll = scene.isLabelled && placed.length <= labelsAtMost && scene.viewport.zoom >= 0.4;
  const taken = new Set<string>();
  for (const { token, x, y } of placed) {
    const { number } = token;
    if (number < 0) continue;
    const isSelected = number === scene.selectedEvent;
    if (!isSelected && !labelsAll) continue;
    // Copies of one event that lie on each other need one label.
    const place = `${number} ${Math.round(x / 20)} ${Math.round(y / 20)}`;
    if (taken.has(place)) continue;
    taken.add(place);
    drawLabel(context, scene, { text: `#${number}`, x, y: y + (isSelected ? 27 : 20), isStrong: isSelected });
  }
}
