import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { boundedFlow, type BoundedFlow } from './boundedFlow';
import { counterexampleOf, type Counterexample } from './counterexampleOf';
import { coverageOf, type Coverage } from './coverageOf';
import { Explorer } from './Explorer';
import type { ExploreProgress, StopReason } from './ExploreProgress';
import { exploreProblem, isExploreProblem, quoted, type ExploreProblem } from './exploreProblem';
import { findLasso, type Lasso } from './FairCircles';
import { propertyKinds } from './properties/index';
import type { Property, PropertyRequest } from './Property';
import type { CheckSettings } from './settings';
import { Space } from './Space';
import { takenForGranted, type Assumption } from './takenForGranted';

/** `holds` only where everything was explored. */
export type Verdict = 'holds' | 'violated' | 'not-exhausted';

/** Where orders were left out and there was too much, so much is looked at with every order. */
const partNear = 10;
const fewest = 1000;

/** Nothing is left out. */
const wholly = { isReduced: false, isSymmetric: false };

/** What came of a check. */
export interface CheckAnswer {
  readonly verdict: Verdict;
  readonly property: string;
  readonly sentence: string;
  /**
   * Why it cannot be told for certain; null where it can. `replay`: a break was found that the runtime cannot follow,
   * for the flow goes by times that exploring leaves out.
   */
  readonly stopped: StopReason | 'replay' | null;
  /** What is wrong with the property, where it is violated. */
  readonly reason: string;
  readonly counterexample: Counterexample | null;
  /** A run that ends otherwise, where all should end alike. */
  readonly other: Counterexample | null;
  /** What no run reaches; null where not everything was explored, or where it was not looked at. */
  readonly unreached: Coverage | null;
  /** Runs that end, among those that were looked at. */
  readonly ends: number;
  readonly progress: ExploreProgress;
  readonly assumptions: readonly Assumption[];
}

/**
 * Checks one property of a flow by exploring every order of its steps and every outcome of chance. It works in slices,
 * as `Explorer` does. A break that was found in a reduced search is looked for again without the reduction, in fewer
 * steps, so that what is told is the shortest; and it is replayed by the runtime before it is told. Where something must
 * come about and some runs go on for ever, everything is explored without the reduction, which may leave such runs out.
 */
export class Check {
  readonly property: Property;
  readonly doc: FlowDoc;
  private readonly asked: FlowDoc;
  private readonly kinds: ReadonlyMap<string, RunningKind>;
  private readonly bounded: BoundedFlow;
  private readonly settings: CheckSettings;
  private readonly first: Explorer;
  private second: Explorer | null = null;
  /** Undefined until it was looked for. */
  private lasso: Lasso | null | undefined;

  private constructor(
    asked: FlowDoc,
    bounded: BoundedFlow,
    kinds: ReadonlyMap<string, RunningKind>,
    explorer: Explorer,
    settings: CheckSettings,
  ) {
    this.asked = asked;
    this.doc = bounded.doc;
    this.bounded = bounded;
    this.kinds = kinds;
    this.first = explorer;
    this.property = explorer.property;
    this.settings = settings;
  }

  /** Makes ready to check, or says what is wrong with the question. */
  static of(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    request: PropertyRequest,
    settings: CheckSettings,
  ): Check | ExploreProblem {
    const kind = propertyKinds.find(({ id }) => id === request.property);
    if (kind === undefined) {
      const options = propertyKinds.map(({ id }) => id).join(', ');
      return exploreProblem('explore-property', { value: quoted(request.property), options });
    }
    const unknown = Object.keys(request.arguments).find((name) => !kind.parameters.includes(name));
    if (unknown !== undefined) {
      const options = kind.parameters.join(', ') || 'nothing';
      return exploreProblem('explore-argument', { property: kind.id, value: quoted(unknown), options });
    }
    const bounded = boundedFlow(doc, kinds, settings.events, kind.readsKeys(request.arguments));
    const space = new Space(bounded.plan, bounded.read, settings.faults);
    const property = kind.make(request.arguments, space);
    if (isExploreProblem(property)) return property;
    const explorer = new Explorer(space, property, settings, settings.limits);
    return new Check(doc, bounded, kinds, explorer, settings);
  }

  /** Most events that a source makes. */
  get mostEvents(): number {
    return this.bounded.mostEvents;
  }

  get isOver(): boolean {
    if (!this.first.isOver) return false;
    if (this.second !== null && !this.second.isOver) return false;
    return !this.needsSecond && (!this.mayOwe || this.lasso !== undefined);
  }

  get progress(): ExploreProgress {
    return (this.second ?? this.first).progress;
  }

  /** Looks at so many more configurations, or until it is over. */
  advance(count: number): void {
    const explorer = this.second ?? this.first;
    if (!explorer.isOver) explorer.advance(count);
    else if (this.mayOwe && this.lasso === undefined) this.findLasso();
    else if (this.needsSecond) this.second = this.another();
  }

  /** Stops where it is. */
  cancel(why: StopReason = 'cancelled'): void {
    this.first.cancel(why);
    this.second?.cancel(why);
    this.lasso ??= null;
  }

  answer(): CheckAnswer {
    const explorer = this.second === null || this.second.found === null ? this.first : this.second;
    const counterexample = this.lassoRun() ?? this.replayed(explorer);
    const isFollowed = counterexample !== null && counterexample.notPossible === null;
    const open = counterexample !== null ? 'replay' : (this.first.stopped ?? this.judge.stopped);
    const stopped = isFollowed ? null : open;
    const isWhole = this.judge.isOver && counterexample === null && stopped === null;
    return {
      verdict: isFollowed ? 'violated' : isWhole ? 'holds' : 'not-exhausted',
      property: this.property.id,
      sentence: this.property.sentence,
      stopped,
      reason: explorer.found?.reason ?? (counterexample?.loop ? 'it is owed for ever' : ''),
      counterexample,
      other: this.runToOther(explorer),
      unreached: isWhole && !this.judge.hidesStates ? coverageOf(this.first.space) : null,
      ends: this.first.ends,
      progress: this.isCut && this.second?.found === null ? this.first.progress : this.progress,
      assumptions: takenForGranted(this.asked, this.bounded, this.property),
    };
  }

  /** The search on which the verdict rests where nothing is broken. */
  private get judge(): Explorer {
    return this.first.found === null && this.second !== null ? this.second : this.first;
  }

  /** Whether nothing is broken so far, and something may be owed for ever. */
  private get mayOwe(): boolean {
    return this.property.isOwed !== undefined && this.judge.found === null;
  }

  private findLasso(): void {
    const { judge } = this;
    const found = findLasso(judge);
    const isReduced = judge === this.first && this.settings.isReduced && judge.isReduced;
    // What the reduction left out may owe something for ever, if anything goes on for ever at all.
    if (found === null && isReduced && judge.stopped === null && judge.hasCircles) {
      this.second = new Explorer(judge.space, this.property, wholly, this.settings.limits);
    } else this.lasso = found;
  }

  /** The run that owes something for ever, twice round; null where none was found. */
  private lassoRun(): Counterexample | null {
    const { judge, lasso } = this;
    if (lasso === null || lasso === undefined) return null;
    const stem = judge.pathTo({ configuration: lasso.start, move: -1 });
    const loop = lasso.loop.map(({ from, ordinal }) => judge.moveAt(from, ordinal));
    return counterexampleOf(this.doc, this.kinds, [...stem, ...loop, ...loop], {
      isEnd: false,
      isShortest: false,
      loop: { from: stem.length + 1, length: loop.length },
    });
  }

  /** The break that was found as a run, as far as the runtime can follow it; null where none was found. */
  private replayed(explorer: Explorer): Counterexample | null {
    const { found } = explorer;
    if (found === null) return null;
    const { isShortest } = this;
    return counterexampleOf(this.doc, this.kinds, explorer.pathTo(found), { isEnd: found.isEnd, isShortest });
  }

  private runToOther(explorer: Explorer): Counterexample | null {
    const { found } = explorer;
    if (found === null || found.unlike < 0) return null;
    const path = explorer.pathTo({ configuration: found.unlike, move: -1 });
    return counterexampleOf(this.doc, this.kinds, path, { isEnd: true, isShortest: true });
  }

  /**
   * An end that a reduced search finds is found in as few steps as without; a move that breaks something may be later. And
   * where it came to a limit, some orders may have led on and on while what breaks it near the beginning was put off.
   */
  private get needsSecond(): boolean {
    const { found, isReduced } = this.first;
    return isReduced && this.second === null && (found === null ? this.isCut : found.move >= 0);
  }

  /** Whether the first search had to stop for its size or its depth. */
  private get isCut(): boolean {
    const { stopped } = this.first;
    return stopped === 'configurations' || stopped === 'memory' || stopped === 'depth';
  }

  private get isShortest(): boolean {
    const { found, isReduced } = this.first;
    if (!isReduced || found === null || found.move < 0) return true;
    const { second } = this;
    return (
      second !== null && (second.found !== null || second.stopped === null || second.stopped === 'depth')
    );
  }

  /** The same search without the reduction, no deeper than one step less than what was found, or not far. */
  private another(): Explorer {
    const { found, space, property } = this.first;
    const { limits } = this.settings;
    const reductions = { ...this.settings, isReduced: false };
    if (found === null) {
      const near = Math.ceil(
        Math.min(limits.configurations, Math.max(fewest, limits.configurations / partNear)),
      );
      return new Explorer(space, property, reductions, { ...limits, configurations: near });
    }
    const depth = this.first.pathTo(found).length - 1;
    return new Explorer(space, property, reductions, { ...limits, depth });
  }
}
