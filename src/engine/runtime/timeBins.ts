/** Bins per doubling: a bin is at most 3.2 % wide. */
export const binsPerOctave = 32;
/** The exponent and so many bits of the mantissa make the bin. */
const mantissaBits = 5;
const octaves = 54;
export const binCount = binsPerOctave * octaves;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which half of a double holds its exponent differs between machines. */
const highWord = ((): 0 | 1 => {
  float[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/**
 * The bin of a duration in microseconds, by exponent and leading bits of the mantissa: exact on every machine. Most
 * durations are whole and below 36 minutes, and their bits need not go through memory to be read.
 */
export function binOf(us: number): number {
  if (us < 1) return 0;
  const whole = us | 0;
  if (whole === us) {
    const octave = 31 - Math.clz32(whole);
    const shift = octave - mantissaBits;
    const leading = shift < 0 ? whole << -shift : whole >>> shift;
    return octave * binsPerOctave + (leading & (binsPerOctave - 1)) + 1;
  }
  float[0] = us;
  const index = ((words[highWord] ?? 0) >>> (20 - mantissaBits)) - (1023 << mantissaBits) + 1;
  return Math.min(index, binCount - 1);
}

/** Where a bin ends: its durations are shorter. Bin 0 holds what took no time. */
export function endOfBinUs(bin: number): number {
  if (bin === 0) return 1;
  const octave = Math.floor((bin - 1) / binsPerOctave);
  const part = (bin - 1) % binsPerOctave;
  return 2 ** octave * (1 + (part + 1) / binsPerOctave);
}

/** Where a bin begins. Durations are whole: below 1 there is only 0. */
export const startOfBinUs = (bin: number): number => (bin === 0 ? 0 : endOfBinUs(bin - 1));

/** How many durations fell into which bins: bin and count in turn, bins rising; bins without any are left out. */
export type Bins = readonly number[];

/**
 * The duration that a share of all durations does not exceed, in microseconds: in the bin of the exact one, and so
 * within 3.2 % of it. Null without any durations.
 */
export function quantileOfBins(bins: Bins, share: number): number | null {
  let left = Math.ceil(countOfBins(bins) * share);
  for (let place = 0; place < bins.length; place += 2) {
    const [bin = 0, count = 0] = [bins[place], bins[place + 1]];
    if (count >= left) return withinBinUs(bin, left, count);
    left -= count;
  }
  return null;
}

/** As if those in a bin lay evenly between its edges: where so many of its `count` end. */
export function withinBinUs(bin: number, many: number, count: number): number {
  if (bin === 0) return 0;
  const startUs = startOfBinUs(bin);
  return startUs + ((endOfBinUs(bin) - startUs) * many) / count;
}

/** All of some in one. */
export function addedUp(all: readonly (readonly number[])[]): Bins {
  const found = new Map<number, number>();
  for (const bins of all) {
    for (let place = 0; place < bins.length; place += 2) {
      const bin = bins[place] ?? 0;
      found.set(bin, (found.get(bin) ?? 0) + (bins[place + 1] ?? 0));
    }
  }
  return [...found].toSorted(([one], [other]) => one - other).flat();
}

/** How many durations there are. */
export function countOfBins(bins: Bins): number {
  let count = 0;
  for (let place = 1; place < bins.length; place += 2) count += bins[place] ?? 0;
  return count;
}
