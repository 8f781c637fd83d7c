/** The value some way along, within bounds, without the crumbs of binary fractions. */
export function stepped(value: number, by: number, min: number, max: number): number {
  const next = Math.min(max, Math.max(min, value + by));
  return Number(next.toPrecision(12));
}
