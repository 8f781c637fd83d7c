import type { FlowPlan } from '../FlowPlan';
import { EventFollower } from '../follow/EventFollower';
import type { Story } from '../follow/Story';
import type { Timeline } from '../Timeline';
import { DifferenceSearch, type DifferenceFound } from './FirstDifference';
import { KeySearch, type KeyEvents } from './KeySearch';
import type { LogFilter } from './LogFilter';
import { LogSearch, type LogFound } from './LogSearch';
import type { Stop, StopDirection, StopFound } from '../stops/StopRule';
import { StopSearch } from '../stops/StopSearch';

/** Steps that are looked through for one answer: more would let other questions wait. */
const mostAtOnce = 20_000;

/** How far a run is known. */
export interface Known {
  readonly lastStep: number;
  readonly isDone: boolean;
}

/** What has to be looked for everywhere in a run: each answer finds out more, and one thing of a sort is looked for. */
export class Enquiries {
  private readonly plan: FlowPlan;
  private readonly timeline: Timeline;
  private follower: EventFollower | null = null;
  private keySearch: KeySearch | null = null;
  private logSearch: LogSearch | null = null;
  private difference: { readonly name: string; readonly search: DifferenceSearch } | null = null;
  private stopSearch: StopSearch | null = null;

  constructor(plan: FlowPlan, timeline: Timeline) {
    this.plan = plan;
    this.timeline = timeline;
  }

  follow(number: number, { lastStep, isDone }: Known): Story {
    if (this.follower?.number !== number) {
      this.follower = new EventFollower(this.plan, this.timeline, number);
    }
    return this.follower.advance(mostAtOnce, lastStep, isDone);
  }

  eventsOf(key: string, { lastStep, isDone }: Known): KeyEvents {
    if (this.keySearch?.key !== key) this.keySearch = new KeySearch(this.plan, key);
    return this.keySearch.advance(mostAtOnce, lastStep, isDone);
  }

  find(filter: LogFilter, from: number, count: number, { lastStep, isDone }: Known): LogFound {
    const name = JSON.stringify(filter);
    if (this.logSearch?.name !== name) this.logSearch = new LogSearch(this.plan, filter, name);
    this.logSearch.advance(mostAtOnce, lastStep);
    return this.logSearch.found(from, count, isDone && this.logSearch.step >= lastStep);
  }

  /** `name` tells one other run from the next; only then is its plan asked for. */
  differenceFrom(name: string, other: () => FlowPlan, { lastStep, isDone }: Known): DifferenceFound {
    if (this.difference?.name !== name) {
      this.difference = { name, search: new DifferenceSearch(this.plan, other()) };
    }
    return this.difference.search.advance(mostAtOnce, lastStep, isDone);
  }

  findStop(from: number, stops: readonly Stop[], direction: StopDirection, known: Known): StopFound {
    const name = JSON.stringify(stops);
    if (this.stopSearch?.name !== name)
      this.stopSearch = new StopSearch(this.plan, this.timeline, stops, name);
    return this.stopSearch.advance(mostAtOnce, from, direction, known);
  }
}
