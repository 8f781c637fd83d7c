import type { Check } from './Check';

/** How much there is to look at with many events of each source, by how much there is with one and with two. */
export class Prospect {
  private readonly checks: readonly Check[];

  /** `checks` have one event of each source, and two, and limits. */
  constructor(checks: readonly Check[]) {
    this.checks = checks;
  }

  get isOver(): boolean {
    return this.checks.every((check) => check.isOver);
  }

  advance(count: number): void {
    this.checks.find((check) => !check.isOver)?.advance(count);
  }

  /**
   * About how many configurations there are with so many events of each source, at the least: as if they grew like a power
   * of that number, and those that were not counted to their end were no more. 0 where something was found.
   */
  with(events: number): number {
    const answers = this.checks.map((check) => check.answer());
    if (answers.some(({ verdict }) => verdict === 'violated')) return 0;
    const [one = 1, two = 1] = answers.map(({ progress }) => progress.configurations);
    return two * (events / 2) ** Math.log2(Math.max(1, two / one));
  }
}
