/** A speed as people write it: `4`, or below real time `1/4`. */
export function speedText(speed: number): string {
  return speed < 1 ? `1/${Math.round(1 / speed)}` : String(speed);
}
