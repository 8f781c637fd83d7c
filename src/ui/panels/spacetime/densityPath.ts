/**
 * Bars as one path, in a box as wide as there are buckets and 100 high. Heights grow with the square root,
 * so that a quiet stretch is still seen beside a burst.
 */
export function densityPath(steps: readonly number[]): string {
  const most = Math.max(1, ...steps);
  return steps
    .map((count, bucket) => {
      if (count <= 0) return '';
      const height = Math.max(6, Math.round(Math.sqrt(count / most) * 100));
      return `M${bucket + 0.15} 100v${-height}h0.7v${height}z`;
    })
    .join('');
}
