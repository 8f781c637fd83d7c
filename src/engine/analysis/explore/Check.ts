import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { planFlow, type FlowPlan } from '#engine/runtime/FlowPlan';
import { boundedDoc } from './boundedDoc';
import { counterexampleOf, type Counterexample } from './counterexampleOf';
import { Explorer, type ExploreProgress, type StopReason } from './Explorer';
import { propertyKinds } from './properties/index';
import type { Property, PropertyRequest } from './Property';
import type { CheckSettings } from './settings';
import { Space } from './Space';
import { takenForGranted, type Assumption } from './takenForGranted';
import { whatIsRead } from './whatIsRead';

/** `holds` only where everything was explored. */
export type Verdict = 'holds' | 'violated' | 'not-exhausted';

/** What came of a check. */
export interface CheckAnswer {
  readonly verdict: Verdict;
  readonly property: string;
  readonly sentence: string;
  /**
   * Why it cannot be told for certain; null where it can. `replay`: a break was found that the runtime cannot follow,
   * for the flow goes by times that exploring leaves out.
   */
  readonly stopped: StopReason | 'circles' | 'replay' | null;
  /** What is wrong with the property, where it is violated. */
  readonly reason: string;
  readonly counterexample: Counterexample | null;
  /** Runs that end, among those that were looked at. */
  readonly ends: number;
  readonly progress: ExploreProgress;
  readonly assumptions: readonly Assumption[];
}

/**
 * Checks one property of a flow by exploring every order of its steps and every outcome of chance. It works in slices,
 * as `Explorer` does. A break that was found in a reduced search is looked for again without the reduction, in fewer
 * steps, so that what is told is the shortest; and it is replayed by the runtime before it is told.
 */
export class Check {
  readonly property: Property;
  readonly doc: FlowDoc;
  private readonly kinds: ReadonlyMap<string, RunningKind>;
  private readonly plan: FlowPlan;
  private readonly settings: CheckSettings;
  private readonly first: Explorer;
  private second: Explorer | null = null;

  private constructor(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    plan: FlowPlan,
    explorer: Explorer,
    settings: CheckSettings,
  ) {
    this.doc = doc;
    this.kinds = kinds;
    this.plan = plan;
    this.first = explorer;
    this.property = explorer.property;
    this.settings = settings;
  }

  /** Makes ready to check, or says in a sentence what is wrong with the question. */
  static of(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    request: PropertyRequest,
    settings: CheckSettings,
  ): Check | { readonly problem: string } {
    const kind = propertyKinds.find(({ id }) => id === request.property);
    if (kind === undefined) {
      const ids = propertyKinds.map(({ id }) => id).join(', ');
      return { problem: `There is no property "${request.property}". Choose one of these: ${ids}.` };
    }
    const unknown = Object.keys(request.arguments).find((name) => !kind.parameters.includes(name));
    if (unknown !== undefined) {
      return {
        problem: `${kind.id} takes no "${unknown}". It takes: ${kind.parameters.join(', ') || 'nothing'}.`,
      };
    }
    const bounded = boundedDoc(doc, kinds, settings.events);
    const plan = planFlow(bounded, kinds);
    const found = whatIsRead(plan);
    const read = { ...found, keys: found.keys || kind.readsKeys(request.arguments) };
    const space = new Space(plan, read, settings.faults);
    const property = kind.make(request.arguments, space);
    if ('problem' in property) return property;
    const explorer = new Explorer(space, property, settings.isReduced, settings.limits);
    return new Check(bounded, kinds, plan, explorer, settings);
  }

  get isOver(): boolean {
    return this.first.isOver && (this.second ?? this.first).isOver && !this.needsSecond;
  }

  get progress(): ExploreProgress {
    return (this.second ?? this.first).progress;
  }

  /** Looks at so many more configurations, or until it is over. */
  advance(count: number): void {
    if (!this.first.isOver) this.first.advance(count);
    else if (this.second !== null) this.second.advance(count);
    else if (this.needsSecond) this.second = this.shorter();
  }

  /** Stops where it is. */
  cancel(): void {
    this.first.cancel();
    this.second?.cancel();
  }

  answer(): CheckAnswer {
    const explorer = this.second === null || this.second.found === null ? this.first : this.second;
    const { found, property } = explorer;
    const isOpen = !this.first.isOver || this.first.stopped !== null;
    const circles = found === null && property.isOwed !== undefined && explorer.hasCircles;
    const counterexample = this.replayed(explorer);
    const isFollowed = counterexample !== null && counterexample.notPossible === null;
    const open = counterexample !== null ? 'replay' : (this.first.stopped ?? (circles ? 'circles' : null));
    const stopped = isFollowed ? null : open;
    return {
      verdict: isFollowed ? 'violated' : isOpen || stopped !== null ? 'not-exhausted' : 'holds',
      property: property.id,
      sentence: property.sentence,
      stopped,
      reason: found?.reason ?? '',
      counterexample,
      ends: this.first.ends,
      progress: this.first.progress,
      assumptions: takenForGranted(this.plan),
    };
  }

  /** The break that was found as a run, as far as the runtime can follow it; null where none was found. */
  private replayed(explorer: Explorer): Counterexample | null {
    const { found } = explorer;
    if (found === null) return null;
    const { isShortest } = this;
    return counterexampleOf(this.doc, this.kinds, explorer.pathTo(found), {
      isEnd: found.move < 0,
      isShortest,
    });
  }

  /** An end that a reduced search finds is found in as few steps as without; a move that breaks something may be later. */
  private get needsSecond(): boolean {
    const { found } = this.first;
    return this.settings.isReduced && this.second === null && found !== null && found.move >= 0;
  }

  private get isShortest(): boolean {
    const { found } = this.first;
    if (!this.settings.isReduced || found === null || found.move < 0) return true;
    const { second } = this;
    return (
      second !== null && (second.found !== null || second.stopped === null || second.stopped === 'depth')
    );
  }

  /** The same search without the reduction, no deeper than one step less than what was found. */
  private shorter(): Explorer {
    const { found, space, property } = this.first;
    const depth = found === null ? 0 : this.first.pathTo(found).length - 1;
    return new Explorer(space, property, false, { ...this.settings.limits, depth });
  }
}
