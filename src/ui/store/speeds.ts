/** The notches of the speed slider: virtual seconds per second, and at the end as fast as possible. */
export const speeds: readonly number[] = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64, Infinity];

/** The notch nearest to a speed. */
export function notchOf(speed: number): number {
  if (speed === Infinity) return speeds.length - 1;
  const notch = Math.round(Math.log2(Math.max(speed, 1 / 16))) + 4;
  return Math.min(Math.max(notch, 0), speeds.length - 2);
}

/** The speed at a notch; notches outside of the slider are its ends. */
export function speedAt(notch: number): number {
  return speeds[Math.min(Math.max(Math.round(notch), 0), speeds.length - 1)] ?? 1;
}
