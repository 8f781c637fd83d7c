import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { Check, type CheckAnswer } from './Check';
import { Prospect } from './Prospect';
import type { ExploreProgress } from './ExploreProgress';
import type { ExploreProblem } from './exploreProblem';
import type { PropertyRequest } from './Property';
import type { CheckSettings } from './settings';

/** An answer, and with how few events of each source it was found. */
export interface ExplorationAnswer extends CheckAnswer {
  /** Sources made at most so many events; null where that is as it was asked. */
  readonly events: number | null;
  /** The most events of each source with which the property holds for certain, where with those asked for it is not known; else 0. */
  readonly holdsUpTo: number;
}

/** Most events of each source that are tried when what was asked for is too much. */
const mostTried = 11;

/** Each of these may take this part of what was allowed. */
const shareTried = 8;

/** When so many configurations were looked at, it is found out whether there is a prospect; that takes so many each time. */
const mostBefore = 20_000;
const mostForeseen = 50_000;

/** There is none where much more than is allowed has to be looked at. */
const tooMuch = 10;

/**
 * A check that still says something where there is too much to explore and nobody said how many events there should be: then it
 * is done again with one event of each source, with two, and so on. What breaks a property with few events breaks it.
 * Whether there is too much is foretold by how much more there is with two events than with one, as if it grew like a power
 * of their number, which is the least that it may grow: so what has no prospect is not tried for minutes.
 */
export class Exploration {
  private check: Check;
  private readonly again: (events: number, share: number) => Check | null;
  /** The answer to what was asked, once that has come to a limit. */
  private asked: CheckAnswer | null = null;
  private events = 0;
  private holdsUpTo = 0;
  private isDone = false;
  /** Finds out whether there is a prospect; null before and after. */
  private prospect: Prospect | null = null;
  private hasProspect = false;
  private readonly most: number;

  private constructor(check: Check, again: (events: number, share: number) => Check | null, most: number) {
    this.check = check;
    this.again = again;
    this.most = most;
  }

  /** Makes ready to explore, or says what is wrong with the question. */
  static of(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    request: PropertyRequest,
    settings: CheckSettings,
  ): Exploration | ExploreProblem {
    const check = Check.of(doc, kinds, request, settings);
    if ('problem' in check) return check;
    const most = settings.limits.configurations;
    const again = (events: number, share: number): Check | null => {
      if (settings.events !== null) return null;
      const limits = { ...settings.limits, configurations: Math.ceil(most / share) };
      const made = Check.of(doc, kinds, request, { ...settings, events, limits });
      return 'problem' in made ? null : made;
    };
    return new Exploration(check, again, most);
  }

  /** The flow in which it is explored now. */
  get doc(): FlowDoc {
    return this.check.doc;
  }

  get isOver(): boolean {
    return this.isDone;
  }

  get progress(): ExploreProgress {
    return this.check.progress;
  }

  /** Looks at so many more configurations, or until it is over. */
  advance(count: number): void {
    if (this.prospect !== null) this.foresee(this.prospect, count);
    else if (!this.check.isOver) this.check.advance(count);
    if (this.prospect === null && this.check.isOver) this.goOn();
    const isLong = this.check.progress.configurations > mostBefore;
    if (this.asked === null && isLong && !this.hasProspect && !this.isDone)
      this.prospect ??= this.prospectOf();
  }

  /** Stops where it is. */
  cancel(): void {
    this.check.cancel();
    this.isDone = true;
  }

  answer(): ExplorationAnswer {
    const answer = this.check.answer();
    const { holdsUpTo, events } = this;
    if (this.asked === null) return { ...answer, events: null, holdsUpTo: 0 };
    return answer.verdict === 'violated'
      ? { ...answer, events, holdsUpTo }
      : { ...this.asked, events: null, holdsUpTo };
  }

  private prospectOf(): Prospect | null {
    this.hasProspect = true;
    const checks = [1, 2].flatMap((events) => this.again(events, this.most / mostForeseen) ?? []);
    return checks.length === 0 || this.check.mostEvents <= 2 ? null : new Prospect(checks);
  }

  private foresee(prospect: Prospect, count: number): void {
    prospect.advance(count);
    if (!prospect.isOver) return;
    if (prospect.with(this.check.mostEvents) > tooMuch * this.most) this.check.cancel('growth');
    this.prospect = null;
  }

  private goOn(): void {
    const { verdict, stopped } = this.check.answer();
    const isTooMuch = stopped === 'configurations' || stopped === 'memory' || stopped === 'growth';
    if (this.asked !== null && verdict === 'holds') this.holdsUpTo = this.events;
    const next = (this.asked === null && isTooMuch) || (this.asked !== null && verdict === 'holds');
    const check = next && this.events < mostTried ? this.again(this.events + 1, shareTried) : null;
    if (check === null) {
      this.isDone = true;
      return;
    }
    this.asked ??= this.check.answer();
    this.events += 1;
    this.check = check;
  }
}
