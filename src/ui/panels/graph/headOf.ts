import type { Point } from './geometry';

/** The way up to where its head begins, and the head as a filled shape with its tip at the end of the way. */
export function headOf(
  way: readonly Point[],
  lineWidth: number,
): { readonly way: readonly Point[]; readonly head: string } {
  const [before, end] = way.slice(-2);
  if (before === undefined || end === undefined) return { way, head: '' };
  const whole = Math.hypot(end.x - before.x, end.y - before.y);
  if (whole === 0) return { way, head: '' };
  const along = { x: (end.x - before.x) / whole, y: (end.y - before.y) / whole };
  const length = headLength(lineWidth);
  const half = length * 0.42;
  const at = (back: number, side: number): Point => ({
    x: end.x - along.x * back - along.y * side,
    y: end.y - along.y * back + along.x * side,
  });
  const corners = [end, at(length, half), at(length * 0.78, 0), at(length, -half)];
  const notch = Math.min(length * 0.78, whole);
  return {
    way: [...way.slice(0, -1), at(notch, 0)],
    head: `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`,
  };
}

/** How long the head of a line of a width is, in pixels. */
function headLength(lineWidth: number): number {
  return 6.5 + lineWidth * 1.6;
}
