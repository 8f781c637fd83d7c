import type { FlowPlan } from '../FlowPlan';
import { Scan } from './Scan';

/** The events of one key, in order of birth. */
export interface KeyEvents {
  readonly key: string;
  readonly numbers: readonly number[];
  /** Whether the whole run was looked through. */
  readonly isComplete: boolean;
  /** Steps up to this one were looked through. */
  readonly knownStep: number;
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
}

const mostNumbers = 5_000;

/** Finds the events of one key over the whole run. */
export class KeySearch {
  readonly key: string;
  private readonly scan: Scan;
  private readonly numbers: number[] = [];
  private isCut = false;

  constructor(plan: FlowPlan, key: string) {
    this.key = key;
    this.scan = new Scan(plan);
  }

  /** Looks through at most so many steps, up to one that the run knows; then says what is known. */
  advance(budget: number, lastStep: number, isRunKnown: boolean): KeyEvents {
    this.scan.advance(budget, lastStep, ({ born }) => {
      for (const { number, subject } of born) if (subject === this.key) this.note(number);
    });
    const { key, numbers, isCut, scan } = this;
    return { key, numbers, isCut, knownStep: scan.step, isComplete: isRunKnown && scan.step >= lastStep };
  }

  private note(number: number): void {
    if (this.numbers.length < mostNumbers) this.numbers.push(number);
    else this.isCut = true;
  }
}
