import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { ConfigurationSet } from './ConfigurationSet';
import type { Configuration } from './Configuration';
import { broken, type Property } from './Property';
import { Reduction, type Choice } from './Reduction';
import type { ExploreLimits } from './settings';
import type { Move, Part, Space } from './Space';

/** Why exploring stopped before it had seen everything. */
export type StopReason = 'configurations' | 'memory' | 'depth' | 'outcomes' | 'cancelled';

/** How far exploring has come. */
export interface ExploreProgress {
  readonly configurations: number;
  readonly transitions: number;
  /** Steps from the beginning to what is looked at now. */
  readonly depth: number;
  /** Configurations found and not looked at yet. */
  readonly waiting: number;
  readonly memory: number;
}

/** How a property came to be broken: the run to `configuration`, then the move, if it was one. */
export interface Break {
  readonly configuration: number;
  /** Which move of that configuration, counted in the order of visiting; −1 where the run ends. */
  readonly move: number;
  readonly reason: string;
}

/** Who wants to know of every move that is found. */
export interface MoveListener {
  /** Exploring begins, perhaps anew: what was told before is void. */
  begin(): void;
  /** A move, by its number among those of the configuration it starts from, which is `here`. */
  move(from: number, to: number, ordinal: number, move: Move, here: Configuration): void;
  /** A run ends here. */
  end(configuration: number, here: Configuration): void;
}

/**
 * Looks at every configuration that a flow can be in, breadth first, until a property is broken, everything is seen, or
 * a limit is reached. It works in slices, so that whoever drives it can look in between.
 */
export class Explorer {
  readonly space: Space;
  readonly property: Property;
  found: Break | null = null;
  stopped: StopReason | null = null;
  /** Whether some move leads to where a run may have been before, so that runs may go on for ever. */
  hasCircles = false;
  /** Runs that end: configurations in which nothing can happen next. */
  ends = 0;
  set = new ConfigurationSet();
  private readonly reduction: Reduction | null;
  private readonly listener: MoveListener | null;
  private readonly limits: ExploreLimits;
  private readonly here: Configuration;
  private next = 0;
  private transitions = 0;
  private depth = 0;
  /** The first configuration of the next depth. */
  private layerEnd = 1;
  private isStale = false;

  constructor(
    space: Space,
    property: Property,
    isReduced: boolean,
    limits: ExploreLimits,
    listener: MoveListener | null = null,
  ) {
    this.listener = listener;
    this.space = space;
    this.property = property;
    this.limits = limits;
    // A budget of faults is spent by all nodes together, so that steps of different nodes do not commute.
    this.reduction = isReduced && space.isFaultless ? new Reduction(space, property) : null;
    this.here = space.create();
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
      memory: set.memory,
    };
  }

  /** Looks at so many more configurations, or until it is over. */
  advance(count: number): void {
    for (let left = count; left > 0 && !this.isOver; left -= 1) {
      this.expand(this.next);
      if (this.isStale) this.begin();
      else this.next += 1;
      this.checkLimits();
    }
  }

  cancel(): void {
    if (!this.isOver) this.stopped = 'cancelled';
  }

  /** The moves to a configuration, first to last, and then the one with this number, if it is not −1. */
  pathTo({ configuration, move }: Break): readonly Move[] {
    const path: Move[] = [];
    if (move >= 0) path.push(this.moveAt(configuration, move));
    for (let at = configuration; this.set.parentOf(at) >= 0; at = this.set.parentOf(at)) {
      path.push(this.moveAt(this.set.parentOf(at), this.set.moveOf(at)));
    }
    return path.toReversed();
  }

  private begin(): void {
    this.listener?.begin();
    this.set = new ConfigurationSet();
    this.next = 0;
    this.transitions = 0;
    this.depth = 0;
    this.layerEnd = 1;
    this.ends = 0;
    this.hasCircles = false;
    this.isStale = false;
    const { writer } = this.space;
    this.space.writeInitial(this.property.initial);
    this.set.add(writer.row, writer.length, -1, -1);
    this.here.unpack(this.set.row(0));
    for (let lane = 0; lane < this.space.layout.laneCount; lane += 1) {
      if (this.here.laneLength(lane) > 0) this.reduction?.noteUse(lane);
    }
  }

  private expand(number: number): void {
    if (number === this.layerEnd) {
      this.depth += 1;
      this.layerEnd = this.set.size;
    }
    const { here } = this;
    here.unpack(this.set.row(number));
    const chosen = this.reduction?.choose(here) ?? null;
    const counter = { moves: 0, isDeeper: false };
    for (const { place, part } of chosen ?? []) this.visitPlace(number, place, part, counter);
    // Unless one of the moves leads deeper, the others could be put off for ever in a circle.
    const isEnough = chosen !== null && (counter.isDeeper || chosen.length === 0);
    if (!isEnough) this.visitAll(number, counter);
    if (counter.moves === 0 && !this.isStale) this.endAt(number);
  }

  private visitAll(number: number, counter: Counter): void {
    for (let place = 0; place < this.space.layout.nodes.length; place += 1) {
      this.visitPlace(number, place, 'all', counter);
    }
  }

  private visitPlace(number: number, place: number, part: Part, counter: Counter): void {
    const { space, here } = this;
    const visit = (move: Move, at: number, joint: readonly number[]): void => {
      const ordinal = counter.moves;
      counter.moves += 1;
      if (this.found !== null || this.isStale) return;
      this.transitions += 1;
      if (this.reduction?.noteMove(move, here.nodeShape(at)) === true) {
        // The way here was chosen too boldly, and is found again by other choices.
        this.isStale = true;
        return;
      }
      const remembered = this.property.next(here.extra(0), move, here);
      if (remembered === broken) {
        this.found = { configuration: number, move: ordinal, reason: this.property.whyBroken() };
        return;
      }
      space.writeNext(here, move, at, joint, remembered);
      const { row, length } = space.writer;
      const to = this.set.add(row, length, number, ordinal);
      this.listener?.move(number, to, ordinal, move, here);
      if (to >= this.layerEnd) counter.isDeeper = true;
      else this.hasCircles = true;
    };
    space.visitNode(here, place, visit, part);
  }

  private endAt(number: number): void {
    this.ends += 1;
    this.listener?.end(number, this.here);
    const reason = this.property.whyNotEndHere(this.here.extra(0), this.here);
    if (reason !== null) this.found = { configuration: number, move: -1, reason };
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
    const here = this.space.create();
    here.unpack(this.set.row(number));
    const chosen = this.reduction?.choose(here) ?? [];
    const all = this.space.layout.nodes.map((_, place): Choice => ({ place, part: 'all' }));
    let count = 0;
    const found: Move[] = [];
    const visit = (move: Move): void => {
      if (count === ordinal) found.push(move);
      count += 1;
    };
    for (const { place, part } of [...chosen, ...all]) this.space.visitNode(here, place, visit, part);
    const [move] = found;
    if (move === undefined) throw new RangeError('A path is made of moves that were made.');
    return move;
  }
}

interface Counter {
  moves: number;
  isDeeper: boolean;
}
