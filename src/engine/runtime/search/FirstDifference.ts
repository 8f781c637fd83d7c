import type { FlowPlan } from '../FlowPlan';
import { recordStep } from '../frames';
import { Simulation } from '../Simulation';
import type { Flight, TraceEntry } from '../Trace';

/**
 * In what two steps differ. `end`: one of the runs has ended before it; `step`: something else happens; `time`: the same
 * happens at another time; `outcome`: the same happens at the same time, and something else comes of it.
 */
export type DifferenceSort = 'end' | 'step' | 'time' | 'outcome';

/** The first step in which two runs differ. Entries point into the document of their own run; null after its end. */
export interface FirstDifference {
  readonly step: number;
  readonly sort: DifferenceSort;
  readonly own: TraceEntry | null;
  readonly other: TraceEntry | null;
}

/** What is found out by now. */
export interface DifferenceFound {
  /** Up to this step both runs are the same. */
  readonly sameUntil: number;
  /** Null while none is found, and for good when both runs are the same from beginning to end. */
  readonly first: FirstDifference | null;
  readonly isComplete: boolean;
}

/**
 * Makes two runs side by side, step by step, until they differ: in what happens to whom, when, and what comes of it.
 * Nodes, wires and event types are told apart by their ids, so that flows of different shape can be compared. Numbers
 * of steps that cause others and names of interventions are no difference.
 */
export class DifferenceSearch {
  private readonly own: Side;
  private readonly other: Side;
  private first: FirstDifference | null = null;
  private isOver = false;

  constructor(own: FlowPlan, other: FlowPlan) {
    this.own = new Side(own);
    this.other = new Side(other);
  }

  /** Compares at most so many further steps, none beyond the last one of the first run that is known. */
  advance(budget: number, lastStep: number, isEnd: boolean): DifferenceFound {
    const end = Math.min(lastStep + (isEnd ? 1 : 0), this.own.step + budget);
    while (!this.isOver && this.first === null && this.own.step < end) this.compareNext(lastStep);
    const sameUntil = this.first === null ? this.own.step : this.first.step - 1;
    return { sameUntil, first: this.first, isComplete: this.isOver || this.first !== null };
  }

  private compareNext(lastStep: number): void {
    const step = this.own.step + 1;
    // Beyond a limit of the first run there is nothing to compare.
    const own = step > lastStep ? null : this.own.next();
    const other = this.other.next();
    if (own === null && other === null) this.isOver = true;
    else {
      const sort = sortOf(own, other, this.own, this.other);
      if (sort !== null) this.first = { step, sort, own, other };
    }
  }
}

function sortOf(a: TraceEntry | null, b: TraceEntry | null, own: Side, other: Side): DifferenceSort | null {
  if (a === null || b === null) return 'end';
  if (!isSame(own.whatOf(a), other.whatOf(b))) return 'step';
  if (a.timeUs !== b.timeUs) return 'time';
  return isSame(own.outcomeOf(a), other.outcomeOf(b)) ? null : 'outcome';
}

type Words = readonly (string | number)[];

const isSame = (a: Words, b: Words) => a.length === b.length && a.every((word, index) => word === b[index]);

/** One of the two runs, and how its indices read as ids. */
class Side {
  private readonly simulation: Simulation;
  private readonly plan: FlowPlan;

  constructor(plan: FlowPlan) {
    this.plan = plan;
    this.simulation = new Simulation(plan);
  }

  get step(): number {
    return this.simulation.stepCount;
  }

  next(): TraceEntry | null {
    return recordStep(this.simulation);
  }

  whatOf({ node, kind, name, token, wire, fault }: TraceEntry): Words {
    return [this.nodeId(node), kind, name, this.wireId(wire), fault, ...this.tokenWords(token)];
  }

  outcomeOf({ transitions, facts, sent }: TraceEntry): Words {
    return [
      ...transitions.flatMap(({ letter, from, to }) => [letter, from, to]),
      ...facts.flatMap(({ code, detail, token }) => [code, detail, ...this.tokenWords(token)]),
      ...sent.flatMap((flight) => this.flightWords(flight)),
    ];
  }

  private flightWords({ wire, kind, arriveUs, token, isBad, isDeadLetter }: Flight): Words {
    return [
      this.wireId(wire),
      kind,
      arriveUs,
      isBad ? 1 : 0,
      isDeadLetter ? 1 : 0,
      ...this.tokenWords(token),
    ];
  }

  private tokenWords(token: TraceEntry['token']): Words {
    if (token === null) return [''];
    return [token.number, this.plan.doc.eventTypes[token.type]?.id ?? '', token.subject];
  }

  private nodeId(index: number): string {
    return this.plan.nodes[index]?.id ?? '';
  }

  private wireId(index: number): string {
    return this.plan.doc.wires[index]?.id ?? '';
  }
}
