import { exp, ln } from './deterministicMath';

const layers = 256;
/** Where the tail begins, and the area of every layer, for 256 layers. */
const tailStart = 7.69711747013105;
const layerArea = 0.003949659822581557;

/** By layer: how far it reaches, and the density there. Layer 0 holds the tail too, as if it were a rectangle. */
const reaches = new Float64Array(layers + 1);
const densities = new Float64Array(layers + 1);

function fillTables(): void {
  reaches[0] = layerArea * exp(tailStart);
  reaches[1] = tailStart;
  for (let layer = 2; layer < layers; layer++) {
    const outer = reaches[layer - 1] ?? 0;
    reaches[layer] = -ln(exp(-outer) + layerArea / outer);
  }
  for (let layer = 1; layer <= layers; layer++) densities[layer] = exp(-(reaches[layer] ?? 0));
}

fillTables();

/** Where uniform random words and numbers come from. */
export interface WordSource {
  /** Draws two words of 32 bits and returns the first; the second is then in `secondWord`. Both may have a sign. */
  nextWords(): number;
  readonly secondWord: number;
  /** A number in [0, 1). */
  next(): number;
}

/**
 * An exponential variate of mean 1, by the ziggurat (Marsaglia & Tsang, The ziggurat method for generating random
 * variables, 2000): 97.7 % of the draws need no logarithm. Layer and place come from different bits, 8 and 53 of them
 * (Doornik, An improved ziggurat method, 2005, on why).
 */
export function sampleExponential(source: WordSource): number {
  for (;;) {
    const word = source.nextWords();
    const layer = word & (layers - 1);
    const unit = ((word >>> 8) * 536_870_912 + (source.secondWord >>> 3)) * 2 ** -53;
    const x = unit * (reaches[layer] ?? 0);
    if (x < (reaches[layer + 1] ?? 0)) return x;
    // The exponential law has no memory: its tail is itself once more.
    if (layer === 0) return tailStart - ln(1 - source.next());
    const lower = densities[layer] ?? 0;
    const upper = densities[layer + 1] ?? 0;
    if (lower + source.next() * (upper - lower) < exp(-x)) return x;
  }
}
