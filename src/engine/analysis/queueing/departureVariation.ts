/*
 * How even streams of a network are, by the squared variation of the times between events: the equations of QNA (Whitt, "The
 * Queueing Network Analyzer", Bell System Technical Journal 62 (1983) 2779). All are approximations, exact for Poisson.
 */

/** What leaves a line, by what comes and the service (Whitt, equation 39). A server each evens nothing out. */
export function departureVariation(
  load: number,
  servers: number,
  arrivalVariation: number,
  serviceVariation: number,
): number {
  if (servers === Infinity) return 1;
  const busy = Math.min(1, load);
  return (
    1 +
    (1 - busy * busy) * (arrivalVariation - 1) +
    ((busy * busy) / Math.sqrt(servers)) * (Math.max(serviceVariation, 0.2) - 1)
  );
}

/** What is left of a stream of which each event is kept with a probability (Whitt, equation 36). */
export function thinnedVariation(variation: number, share: number): number {
  return share * variation + 1 - share;
}

/** Several streams together, between the weights of the stationary interval and asymptotic methods (Whitt, equation 29). */
export function mergedVariation(
  streams: readonly { readonly rate: number; readonly variation: number }[],
  load: number,
): number {
  const total = streams.reduce((sum, { rate }) => sum + rate, 0);
  if (total === 0) return 1;
  const shares = streams.map(({ rate }) => rate / total);
  const alike = 1 / shares.reduce((sum, share) => sum + share * share, 0);
  const weight = 1 / (1 + 4 * (1 - Math.min(1, load)) ** 2 * (alike - 1));
  const mean = streams.reduce((sum, { variation }, index) => sum + (shares[index] ?? 0) * variation, 0);
  return weight * mean + 1 - weight;
}
