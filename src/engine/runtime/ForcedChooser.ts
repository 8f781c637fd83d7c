import { SeededChooser, type Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import type { RandomStreams } from '#engine/kernel/RandomStreams';

/** What a number drawn from [0, 1) is when its outcome is prescribed, by the number of the outcome. */
export const forcedUnits: readonly number[] = [0.5, 0, 1 - 2 ** -53];

/** Whether durations are drawn, or taken at the bounds of their laws. */
export type Durations = 'drawn' | 'shortest' | 'longest';

/** Stands for no bound: 11 days, so that sums of such durations stay exact. */
export const unboundedUs = 10 ** 12;

/** The shortest or the longest duration that a law can give, in microseconds. */
function boundUs(distribution: Distribution, durations: 'shortest' | 'longest'): number {
  const isShortest = durations === 'shortest';
  switch (distribution.law) {
    case 'constant':
      return Math.round(1000 * distribution.mean);
    case 'uniform':
      return Math.round(1000 * (isShortest ? distribution.min : distribution.max));
    case 'pareto': {
      const { shape, mean } = distribution;
      const least = shape > 1 ? (mean * (shape - 1)) / shape : mean / 2 ** (1 / shape);
      return isShortest ? Math.round(1000 * least) : unboundedUs;
    }
    default:
      return isShortest ? 0 : unboundedUs;
  }
}

/** The outcomes that a picked step prescribes, in the order in which they are asked for. */
export class ForcedLuck {
  readonly durations: Durations;
  private outcomes: readonly number[] = [];
  private at = 0;

  constructor(durations: Durations = 'drawn') {
    this.durations = durations;
  }

  begin(outcomes: readonly number[]): void {
    this.outcomes = outcomes;
    this.at = 0;
  }

  /** From here on luck is drawn again. */
  end(): void {
    this.begin([]);
  }

  /** The next outcome if it is one of so many; undefined when none is prescribed. */
  take(possible: number): number | undefined {
    const outcome = this.outcomes[this.at];
    if (outcome === undefined) return undefined;
    this.at += 1;
    return outcome < possible ? outcome : undefined;
  }
}

/**
 * A chooser that says what a picked step prescribes, and what the seed says where nothing is prescribed. Durations are
 * always those of the seed. Outcomes are counted where there is more than one: for a chance 0 is no and 1 is yes; of
 * weights only those count that can be picked.
 */
class ForcedChooser implements Chooser {
  private readonly seeded: Chooser;
  private readonly forced: ForcedLuck;

  constructor(seeded: Chooser, forced: ForcedLuck) {
    this.seeded = seeded;
    this.forced = forced;
  }

  pick(n: number): number {
    return n < 2 ? this.seeded.pick(n) : (this.forced.take(n) ?? this.seeded.pick(n));
  }

  chance(probability: number): boolean {
    if (!(probability > 0) || probability >= 1) return this.seeded.chance(probability);
    const outcome = this.forced.take(2);
    return outcome === undefined ? this.seeded.chance(probability) : outcome === 1;
  }

  pickWeighted(weights: readonly number[]): number {
    const possible = weights.flatMap((weight, index) => (weight > 0 ? [index] : []));
    if (possible.length === 0) return this.pick(weights.length);
    const outcome = possible.length < 2 ? 0 : this.forced.take(possible.length);
    return possible[outcome ?? -1] ?? this.seeded.pickWeighted(weights);
  }

  next(): number {
    const outcome = this.forced.take(forcedUnits.length);
    return (outcome === undefined ? undefined : forcedUnits[outcome]) ?? this.seeded.next();
  }

  sample(distribution: Distribution): number {
    const { durations } = this.forced;
    return durations === 'drawn' ? this.seeded.sample(distribution) : boundUs(distribution, durations);
  }
}

/** The chooser of a node: of its own stream, and of what is prescribed, where anything is. */
export function createChooser(streams: RandomStreams, stream: number, forced: ForcedLuck | null): Chooser {
  const seeded = new SeededChooser(streams, stream);
  return forced === null ? seeded : new ForcedChooser(seeded, forced);
}
