import type { Curve } from './edgeCurve';
import { boxAround, doOverlap, type Box, type Point } from './geometry';
import { textWidth } from './textWidth';

export interface WantedLabel {
  readonly index: number;
  readonly curve: Curve;
  readonly text: string;
  /** Greater is placed first. */
  readonly weight: number;
}

export const labelFont = 10.5;
const labelHeight = 12;

/** Shares of the way that are tried; the way back may lie on the same line, so the beginning comes first. */
const shares = [0.38, 0.44, 0.32, 0.5, 0.27, 0.56, 0.62, 0.68, 0.74, 0.8];
/** A short line has room for its text only beside it, in pixels to the right and down. */
const downs = [0, -10, 10, -16, 16, -22, 22];
const besides: readonly Point[] = [
  ...downs.flatMap((y) => [0, -16, 16].map((x) => ({ x, y }))),
  ...downs.flatMap((y) => [-32, 32].map((x) => ({ x, y }))),
];
const spots = besides.flatMap((beside) => shares.map((share) => ({ share, beside })));

/**
 * Finds places for texts along their curves, so that none covers another text or an obstacle. A text without
 * such a place is left out: better none than two that cannot be read.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  obstacles: readonly Box[],
  width: number,
): ReadonlyMap<number, Point & { readonly text: string }> {
  const taken = [...obstacles];
  const placed = new Map<number, Point & { readonly text: string }>();
  const inOrder = wanted.toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { index, curve, text } of inOrder) {
    const size = { width: textWidth(text, labelFont) + 3, height: labelHeight };
    for (const { share, beside } of spots) {
      const { x, y } = curve.at(share);
      const middle = { x: x + beside.x, y: y + beside.y };
      const box = boxAround(middle, size.width, size.height);
      const fits = box.x >= 1 && box.x + box.width <= width - 1 && box.y >= 1;
      if (!fits || taken.some((other) => doOverlap(box, other))) continue;
      taken.push(box);
      placed.set(index, { ...middle, text });
      break;
    }
  }
  return placed;
}
