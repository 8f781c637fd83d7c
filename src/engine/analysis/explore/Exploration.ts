import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { Check, type CheckAnswer } from './Check';
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
const shareTried = 4;

/**
 * A check that still says something where there is too much to explore and nobody said how many events there should be: then it
 * is done again with one event of each source, with two, and so on. What breaks a property with few events breaks it.
 */
export class Exploration {
  private check: Check;
  private readonly again: (events: number) => Check | null;
  /** The answer to what was asked, once that has come to a limit. */
  private asked: CheckAnswer | null = null;
  private events = 0;
  private holdsUpTo = 0;
  private isDone = false;

  private constructor(check: Check, again: (events: number) => Check | null) {
    this.check = check;
    this.again = again;
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
    return new Exploration(check, (events) => {
      if (settings.events !== null) return null;
      const configurations = Math.ceil(settings.limits.configurations / shareTried);
      const limits = { ...settings.limits, configurations };
      const made = Check.of(doc, kinds, request, { ...settings, events, limits });
      return 'problem' in made ? null : made;
    });
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
    if (!this.check.isOver) this.check.advance(count);
    if (this.check.isOver) this.goOn();
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

  private goOn(): void {
    const { verdict, stopped } = this.check.answer();
    const isTooMuch = stopped === 'configurations' || stopped === 'memory';
    if (this.asked !== null && verdict === 'holds') this.holdsUpTo = this.events;
    const next = (this.asked === null && isTooMuch) || (this.asked !== null && verdict === 'holds');
    const check = next && this.events < mostTried ? this.again(this.events + 1) : null;
    if (check === null) {
      this.isDone = true;
      return;
    }
    this.asked ??= this.check.answer();
    this.events += 1;
    this.check = check;
  }
}
