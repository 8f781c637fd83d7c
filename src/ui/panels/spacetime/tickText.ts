/** As many decimals as tell neighbouring ticks apart. */
export function tickText(us: number, spanUs: number, language: string): string {
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(spanUs / 1e7))));
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${format.format(us / 1e6)} s`;
}
