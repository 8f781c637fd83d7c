import { assert } from '#engine/kernel/assert';
import type { Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import { meanMs } from '#engine/kernel/sampleDistribution';
import { forcedUnits } from '#engine/runtime/ForcedChooser';

/** Most outcomes of one step that are looked at. */
const mostOutcomes = 2 ** 16;

/**
 * A chooser that takes every outcome in turn: run a step, ask `next`, and run it again from where it began until there
 * is no other outcome. Durations are no choice: they are taken at their mean, for nothing depends on them.
 */
export class LuckTree implements Chooser {
  /** The outcomes of the present turn: what the seeded chooser would have said. */
  readonly luck: number[] = [];
  /** Whether some step had more outcomes than are looked at. */
  isCut = false;
  /** Whether timers keep the delays that they were set with. */
  readonly keepsDelays: boolean = false;
  private readonly arities: number[] = [];
  private readonly odds: number[] = [];
  private at = 0;
  private turns = 0;

  /** How likely the present turn is, among all turns of the step. */
  get weight(): number {
    let weight = 1;
    for (let index = 0; index < this.at; index += 1) weight *= this.odds[index] ?? 1;
    return weight;
  }

  /** Begins with the first outcome of everything. */
  reset(): void {
    this.luck.length = 0;
    this.arities.length = 0;
    this.at = 0;
    this.turns = 0;
  }

  /** Turns to the next outcome; false when there is none, or when as many were looked at as may be, or `isEnough`. */
  turn(isEnough = false): boolean {
    this.luck.length = this.at;
    this.arities.length = this.at;
    this.at = 0;
    for (let last = this.luck.length - 1; last >= 0; last -= 1) {
      const outcome = (this.luck[last] ?? 0) + 1;
      if (outcome < (this.arities[last] ?? 1)) {
        this.turns += 1;
        this.luck[last] = outcome;
        if (this.turns < mostOutcomes && !isEnough) return true;
        this.isCut = true;
        return false;
      }
      this.luck.pop();
      this.arities.pop();
    }
    return false;
  }

  pick(n: number): number {
    assert(Number.isInteger(n) && n > 0, 'A choice needs at least one possibility.');
    return n === 1 ? 0 : this.choose(n, () => 1 / n);
  }

  chance(probability: number): boolean {
    return (
      probability > 0 &&
      (probability >= 1 || this.choose(2, (outcome) => (outcome === 1 ? probability : 1 - probability)) === 1)
    );
  }

  pickWeighted(weights: readonly number[]): number {
    const possible = weights.flatMap((weight, index) => (weight > 0 ? [index] : []));
    if (possible.length === 0) return this.pick(weights.length);
    const all = possible.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
    const only =
      possible.length === 1
        ? 0
        : this.choose(possible.length, (outcome) => (weights[possible[outcome] ?? 0] ?? 0) / all);
    return possible[only] ?? 0;
  }

  next(): number {
    return forcedUnits[this.choose(forcedUnits.length, () => 1 / forcedUnits.length)] ?? 0;
  }

  sample(distribution: Distribution): number {
    const us = Math.round(1000 * meanMs(distribution));
    return Number.isFinite(us) ? us : Math.round(1000 * 1e9);
  }

  private choose(n: number, oddsOf: (outcome: number) => number): number {
    const at = this.at;
    this.at += 1;
    if (at >= this.luck.length) {
      this.luck.push(0);
      this.arities.push(n);
    }
    const outcome = this.luck[at] ?? 0;
    this.odds[at] = oddsOf(outcome);
    return outcome;
  }
}
