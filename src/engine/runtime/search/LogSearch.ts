import type { FlowPlan } from '../FlowPlan';
import { matchesLog, type LogFilter } from './LogFilter';
import { Scan } from './Scan';

/** What a filter has found so far. */
export interface LogFound {
  /** The steps of the entries asked for: those from a place among all that were found. */
  readonly steps: readonly number[];
  /** How many were found, as far as was looked. */
  readonly total: number;
  readonly isComplete: boolean;
  /** Steps up to this one were looked through. */
  readonly knownStep: number;
  /** Whether there are more than can be listed. */
  readonly isCut: boolean;
}

const mostFound = 500_000;

/** Finds the entries that a filter lets through, over the whole run. */
export class LogSearch {
  /** The filter as text, to know it again by. */
  readonly name: string;
  private readonly filter: LogFilter;
  private readonly plan: FlowPlan;
  private readonly scan: Scan;
  private readonly steps: number[] = [];
  private isCut = false;

  constructor(plan: FlowPlan, filter: LogFilter, name: string) {
    this.plan = plan;
    this.filter = filter;
    this.name = name;
    this.scan = new Scan(plan);
  }

  /** Looks through at most so many steps, up to one that the run knows. */
  advance(budget: number, lastStep: number): void {
    this.scan.advance(budget, lastStep, ({ entry, transitions, facts, sent }) => {
      if (entry === null) return;
      if (!matchesLog(this.filter, { ...entry, transitions, facts, sent }, this.plan.wires)) return;
      if (this.steps.length < mostFound) this.steps.push(entry.step);
      else this.isCut = true;
    });
  }

  /** The steps from a place on among those found, and how things stand. */
  found(from: number, count: number, isEnd: boolean): LogFound {
    const { steps, scan, isCut } = this;
    return {
      steps: steps.slice(from, from + count),
      total: steps.length,
      isComplete: isEnd,
      knownStep: scan.step,
      isCut,
    };
  }

  get step(): number {
    return this.scan.step;
  }
}
