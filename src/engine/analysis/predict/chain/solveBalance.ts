import type { ChainArrow } from './MarkovChain';

const roundsAtMost = 20_000;

/**
 * The long-run share of every state of a Markov chain: what flows in flows out, by repetition that takes new values at once
 * (Gauss and Seidel; Stewart, "Introduction to the Numerical Solution of Markov Chains", § 3.3). Null where it does not settle.
 */
export function solveBalance(arrows: readonly ChainArrow[], size: number): Float64Array | null {
  const out = new Float64Array(size);
  const counts = new Int32Array(size + 1);
  const moving = arrows.filter(([from, to, rate]) => from !== to && rate > 0);
  for (const [from, to, rate] of moving) {
    out[from] = (out[from] ?? 0) + rate;
    counts[to + 1] = (counts[to + 1] ?? 0) + 1;
  }
  for (let state = 0; state < size; state += 1)
    counts[state + 1] = (counts[state + 1] ?? 0) + (counts[state] ?? 0);
  const next = counts.slice();
  const sources = new Int32Array(moving.length);
  const rates = new Float64Array(moving.length);
  for (const [from, to, rate] of moving) {
    const place = next[to] ?? 0;
    next[to] = place + 1;
    sources[place] = from;
    rates[place] = rate;
  }
  const shares = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < roundsAtMost; round += 1) {
    let change = 0;
    for (let state = 0; state < size; state += 1) {
      let inflow = 0;
      for (let place = counts[state] ?? 0; place < (counts[state + 1] ?? 0); place += 1) {
        inflow += (shares[sources[place] ?? 0] ?? 0) * (rates[place] ?? 0);
      }
      const value = (out[state] ?? 0) > 0 ? inflow / (out[state] ?? 1) : 1;
      change = Math.max(change, Math.abs(value - (shares[state] ?? 0)));
      shares[state] = value;
    }
    const sum = shares.reduce((total, share) => total + share, 0);
    for (let state = 0; state < size; state += 1) shares[state] = (shares[state] ?? 0) / sum;
    if (change < 1e-15) return shares;
  }
  return null;
}
