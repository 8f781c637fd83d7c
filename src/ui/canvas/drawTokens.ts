import type { Flight } from '#engine/runtime/Trace';
import { spriteSize, type TokenLook } from '#ui/look/drawToken';
import { eventToken } from '#ui/look/tokens';
import type { VisibleFlight } from '#ui/store/visibleFlights';
import { drawDensity, tokensPerWireAtMost } from './drawDensity';
import { drawLabel } from './drawLabel';
import type { Point } from './portPoint';
import { signOfFlight, toScreen, type TokensContext, type TokenScene } from './TokenScene';
import { pointAlong, type PathSamples } from './wirePath';

/** A token where it is drawn, in CSS pixels of the canvas element. */
export interface PlacedToken extends Point {
  readonly flight: Flight;
  /** 0 at the start of the wire, 1 at its end. */
  readonly share: number;
  readonly samples: PathSamples;
}

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
const margin = 40;

/** Draws all tokens of one moment: a pure function of its arguments onto the context. */
export function drawTokens(
  context: TokensContext,
  scene: TokenScene,
  flights: readonly VisibleFlight[],
): void {
  const { pixelRatio, width, height } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const crowded = crowdedWires(flights);
  if (crowded.size > 0) drawDensity(context, scene, flights, crowded);
  const placed = placeTokens(
    scene,
    flights.filter(({ flight }) => !crowded.has(flight.wire)),
  );
  if (placed.length <= tailsAtMost) for (const token of placed) drawTail(context, scene, token);
  for (const token of placed) drawOne(context, scene, token);
  drawLabels(context, scene, placed);
}

/** Where each token is on the screen; those out of sight are left out. */
export function placeTokens(scene: TokenScene, flights: readonly VisibleFlight[]): readonly PlacedToken[] {
  const placed: PlacedToken[] = [];
  for (const { flight, progress } of flights) {
    const wire = scene.wires[flight.wire];
    if (wire === null || wire === undefined) continue;
    const share = flight.kind === 'ack' ? 1 - progress : progress;
    const { x, y } = toScreen(scene, pointAlong(wire.samples, share));
    if (x < -margin || y < -margin || x > scene.width + margin || y > scene.height + margin) continue;
    placed.push({ flight, share, samples: wire.samples, x, y });
  }
  return placed;
}

function crowdedWires(flights: readonly VisibleFlight[]): ReadonlySet<number> {
  if (flights.length <= tokensPerWireAtMost) return new Set();
  const counts = new Map<number, number>();
  for (const { flight } of flights) counts.set(flight.wire, (counts.get(flight.wire) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > tokensPerWireAtMost).map(([wire]) => wire));
}

function lookOf(flight: Flight): TokenLook {
  if (flight.kind === 'ack') return flight.isBad ? 'badReply' : 'reply';
  return flight.isDeadLetter ? 'dead' : 'event';
}

function drawTail(context: TokensContext, scene: TokenScene, token: PlacedToken): void {
  const { flight, share, samples } = token;
  const length = Math.max(1, samples.length * scene.viewport.zoom);
  const behind = Math.min(0.25, tailLength / length) * (flight.kind === 'ack' ? 1 : -1);
  const thin = radiusAt(scene.viewport.zoom) / tokenRadius;
  context.strokeStyle = scene.palette[eventToken(signOfFlight(scene, flight).colour)];
  context.lineCap = 'round';
  for (const [part, lineWidth, alpha] of [
    [1, 7, 0.2],
    [0.5, 4, 0.35],
  ] as const) {
    const start = Math.min(1, Math.max(0, share + behind * part));
    context.globalAlpha = (flight.kind === 'ack' ? alpha / 2 : alpha) * alphaOf(scene, flight);
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
function alphaOf({ family }: TokenScene, { token }: Flight): number {
  return family === null || (token !== null && family.has(token.number)) ? 1 : fadedAlpha;
}

function drawOne(context: TokensContext, scene: TokenScene, { flight, x, y }: PlacedToken): void {
  const isSelected = flight.token !== null && flight.token.number === scene.selectedEvent;
  const radius = isSelected ? selectedRadius : radiusAt(scene.viewport.zoom);
  const size = spriteSize(radius);
  const sprite = scene.sprites.of(signOfFlight(scene, flight), lookOf(flight), radius);
  context.globalAlpha = alphaOf(scene, flight);
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
  for (const { flight, x, y } of placed) {
    const number = flight.token?.number;
    if (number === undefined) continue;
    const isSelected = number === scene.selectedEvent;
    if (!isSelected && !labelsAll) continue;
    // Copies of one event that lie on each other need one label.
    const place = `${number} ${Math.round(x / 20)} ${Math.round(y / 20)}`;
    if (taken.has(place)) continue;
    taken.add(place);
    drawLabel(context, scene, { text: `#${number}`, x, y: y + (isSelected ? 27 : 20), isStrong: isSelected });
  }
}
