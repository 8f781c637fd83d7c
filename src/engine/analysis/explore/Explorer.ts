import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { breakAt, type Break } from './Break';
import { ConfigurationSet } from './ConfigurationSet';
import type { Configuration } from './Configuration';
import { EdgeList } from './EdgeList';
import { endBreak, type FirstEnd } from './endBreak';
import type { ExploreProgress, StopReason } from './ExploreProgress';
import { Marks } from './Marks';
import type { Move } from './Move';
import type { MoveListener } from './MoveListener';
import { broken, type Property } from './Property';
import { Reduction } from './Reduction';
import type { CheckSettings, ExploreLimits } from './settings';
import type { Space } from './Space';
import { Folding } from './symmetry/Folding';

/** What may be left out. */
export type Reductions = Pick<CheckSettings, 'isReduced' | 'isSymmetric'>;

/**
 * Looks at every configuration that a flow can be in, breadth first, until a property is broken, everything is seen, or
 * a limit is reached. It works in slices, so that whoever drives it can look in between.
 */
export class Explorer {
  readonly space: Space;
  readonly property: Property;
  found: Break | null = null;
  stopped: StopReason | null = null;
  /** Runs that end: configurations in which nothing can happen next. */
  ends = 0;
  set = new ConfigurationSet();
  /** Kept where the property asks that something comes about, which depends on runs that go on for ever. */
  edges: EdgeList | null = null;
  private firstEnd: FirstEnd | null = null;
  private readonly reduction: Reduction | null;
  private readonly folding: Folding | null;
  private readonly listener: MoveListener | null;
  private readonly limits: ExploreLimits;
  private readonly here: Configuration;
  private readonly scratch: Configuration;
  private next = 0;
  private transitions = 0;
  private depth = 0;
  /** The first configuration of the next depth. */
  private layerEnd = 1;
  private isStale = false;
  /** Whether a move of the configuration that is looked at led to the next depth. */
  private isDeeper = false;
  /** Moves that hold nothing new for what is left out. */
  private readonly known = new Marks();

  constructor(
    space: Space,
    property: Property,
    { isReduced, isSymmetric }: Reductions,
    limits: ExploreLimits,
    listener: MoveListener | null = null,
  ) {
    this.listener = listener;
    this.space = space;
    this.property = property;
    this.limits = limits;
    // Who is told of moves wants all of them, and a run that goes round for ever may end with nodes in other places.
    const isAsked = isSymmetric && listener === null && property.isOwed === undefined;
    this.folding = isAsked ? new Folding(space, property.tellsApart) : null;
    const lanesLike = (lane: number) => this.folding?.lanesLike(lane) ?? [lane];
    // A budget of faults is spent by all nodes together, so that steps of different nodes do not commute.
    this.reduction = isReduced && space.isFaultless ? new Reduction(space, property, lanesLike) : null;
    this.here = space.create();
    this.scratch = space.create();
    this.begin();
  }

  get plan(): FlowPlan {
    return this.space.plan;
  }

  get isOver(): boolean {
    return this.found !== null || this.stopped !== null || this.next >= this.set.size;
  }

  get progress(): ExploreProgress {
    const { set, transitions, depth, next } = this;
    return {
      configurations: set.size,
      transitions,
      depth,
      waiting: set.size - next,
      memory: set.memory + (this.edges?.memory ?? 0),
    };
  }

  /** Looks at so many more configurations, or until it is over. */
  advance(count: number): void {
    for (let left = count; left > 0 && !this.isOver; left -= 1) {
      this.expand(this.next);
      if (this.found !== null && this.isSymmetric) this.findReal(this.found);
      if (this.isStale) this.begin();
      else this.next += 1;
      this.checkLimits();
    }
  }

  cancel(why: StopReason = 'cancelled'): void {
    if (!this.isOver) this.stopped = why;
  }

  /** Whether orders are left out that make no difference. */
  get isReduced(): boolean {
    return this.reduction !== null;
  }

  /** Whether some states of single nodes may have been left out. */
  get hidesStates(): boolean {
    return this.reduction?.hidesStates ?? false;
  }

  /** Whether a configuration was looked at, and not only found. */
  isLookedAt(configuration: number): boolean {
    return configuration < this.next;
  }

  /** Whether runs may go on for ever, as far as was looked at. */
  get hasCircles(): boolean {
    return this.edges?.hasCircle() ?? false;
  }

  /** Whether of like configurations one is looked at. */
  get isSymmetric(): boolean {
    return this.folding?.isOn === true;
  }

  /** The moves to a configuration, first to last, and then the one with this number, if it is not −1. */
  pathTo(at: Pick<Break, 'configuration' | 'move'>): readonly Move[] {
    if (this.isSymmetric) return this.folding?.realRun(this.property, this.set, at)?.moves ?? [];
    const { configuration, move } = at;
    const path: Move[] = [];
    if (move >= 0) path.push(this.moveAt(configuration, move));
    for (let one = configuration; this.set.parentOf(one) >= 0; one = this.set.parentOf(one)) {
      path.push(this.moveAt(this.set.parentOf(one), this.set.moveOf(one)));
    }
    return path.toReversed();
  }

  /** Says what was found of the nodes themselves, and not of those that stand for them. */
  private findReal(found: Break): void {
    const run = this.folding?.realRun(this.property, this.set, found) ?? null;
    const other = { configuration: Math.max(0, found.unlike), move: -1 };
    if (run === null || (found.unlike > 0 && this.pathTo(other).length === 0)) this.isStale = true;
    else if (found.unlike < 0) this.found = { ...found, reason: run.reason };
  }

  private begin(): void {
    this.listener?.begin();
    this.next = 0;
    this.transitions = 0;
    this.depth = 0;
    this.layerEnd = 1;
    this.ends = 0;
    this.firstEnd = null;
    this.found = null;
    this.isStale = false;
    this.known.clear();
    const { property } = this;
    this.edges = property.isOwed === undefined ? null : new EdgeList();
    this.enter(property.initial);
    const remembered = property.begin?.(this.here) ?? property.initial;
    if (remembered === broken) this.found = breakAt(0, { reason: property.whyBroken() });
    else if (remembered !== property.initial) this.enter(remembered);
    for (let lane = 0; lane < this.space.layout.laneCount; lane += 1) {
      if (this.here.laneLength(lane) > 0) this.reduction?.noteUse(lane);
    }
  }

  /** Puts the beginning into an empty set. */
  private enter(remembered: number): void {
    this.set = new ConfigurationSet();
    this.space.writeInitial(remembered);
    this.set.add(this.space.writer, -1, -1);
    this.set.read(0, this.here);
  }

  private expand(number: number): void {
    if (number === this.layerEnd) {
      this.depth += 1;
      this.layerEnd = this.set.size;
    }
    const { here } = this;
    this.set.read(number, here);
    this.edges?.begin();
    const chosen = this.reduction?.choose(here) ?? null;
    const moves: Move[] = [];
    this.isDeeper = false;
    for (const { place, part } of chosen ?? []) this.space.findMoves(here, place, moves, part);
    this.visitAll(number, moves, 0);
    // Unless one of the moves leads deeper, the others could be put off for ever in a circle.
    const isEnough = chosen !== null && (this.isDeeper || chosen.length === 0);
    if (!isEnough) {
      const before = moves.length;
      this.space.findAllMoves(here, moves);
      this.visitAll(number, moves, before);
    }
    if (this.found !== null || this.isStale) return;
    // That something may still crash keeps no run from ending; that what crashed comes back does.
    if (moves.every(({ verb }) => verb === 'crash')) this.endAt(number);
  }

  private visitAll(number: number, moves: readonly Move[], first: number): void {
    for (let ordinal = first; ordinal < moves.length; ordinal += 1) {
      const move = moves[ordinal];
      if (move === undefined || this.found !== null || this.isStale) return;
      this.visit(number, move, ordinal);
    }
  }

  private visit(number: number, move: Move, ordinal: number): void {
    const { space, here } = this;
    this.transitions += 1;
    if (!this.isKnown(move)) {
      this.isStale = true;
      return;
    }
    const remembered = this.property.next(here.extra(0), move, here);
    if (remembered === broken) {
      this.found = breakAt(number, { move: ordinal, reason: this.property.whyBroken() });
      return;
    }
    space.writeNext(here, move, remembered);
    const kept = this.folding === null ? space.writer : this.folding.kept();
    this.isStale = kept === null;
    if (kept === null) return;
    const to = this.set.add(kept, number, ordinal);
    this.listener?.move(number, to, ordinal, move, here);
    this.edges?.add(to);
    if (to >= this.layerEnd) this.isDeeper = true;
  }

  /** Whether a move leads only to where it was known that moves lead, and to the same for all that are alike. */
  private isKnown(move: Move): boolean {
    if (this.known.has(move.id)) return true;
    const { here } = this;
    // The way here was chosen too boldly, and is found again by other choices; or nodes are less alike than they look.
    const isBold = this.reduction?.noteMove(move, here.nodeShape(move.place)) === true;
    if (isBold || this.folding?.isSure(here, move, this.set.size) === false) return false;
    this.known.add(move.id);
    return true;
  }

  private endAt(number: number): void {
    this.ends += 1;
    this.listener?.end(number, this.here);
    const { property, here } = this;
    this.found = endBreak(property, number, here, this.firstEnd);
    this.firstEnd ??= { configuration: number, says: property.sameAtEnds?.(here) ?? '' };
  }

  private checkLimits(): void {
    if (this.found !== null) return;
    if (this.next >= this.set.size) {
      // The rest was looked at, for it may break something; it was not all.
      if (this.space.steps.isCut) this.stopped = 'outcomes';
      return;
    }
    if (this.set.size >= this.limits.configurations) this.stopped = 'configurations';
    else if (this.set.memory >= this.limits.memory) this.stopped = 'memory';
    else if (this.depth >= this.limits.depth) this.stopped = 'depth';
  }

  /** The move with a number, in the order in which the moves of a configuration were visited. */
  moveAt(number: number, ordinal: number): Move {
    const found = this.movesOf(number)[ordinal];
    if (found === undefined) throw new RangeError('A path is made of moves that were made.');
    return found;
  }

  /** All moves of a configuration, in the order in which they were visited; some may be there twice. */
  movesOf(number: number): readonly Move[] {
    const here = this.configurationAt(number);
    const found: Move[] = [];
    for (const { place, part } of this.reduction?.choose(here) ?? []) {
      this.space.findMoves(here, place, found, part);
    }
    this.space.findAllMoves(here, found);
    return found;
  }

  /** What the property remembers in a configuration. */
  rememberedAt(number: number): number {
    this.set.read(number, this.scratch);
    return this.scratch.extra(0);
  }

  /** A configuration that was found, unpacked. */
  configurationAt(number: number): Configuration {
    const here = this.space.create();
    this.set.read(number, here);
    return here;
  }
}
