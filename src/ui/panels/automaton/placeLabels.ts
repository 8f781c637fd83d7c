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

/** Shares of the way that are tried, the middle first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

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
    for (const share of shares) {
      const middle = curve.at(share);
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
