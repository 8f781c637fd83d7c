import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { Configuration, type Layout } from './Configuration';
import { LuckTree } from './LuckTree';
import { LocalSteps, type Outcome } from './LocalSteps';
import { takesMessage, type Move } from './Move';
import { MoveBook } from './MoveBook';
import { RowWriter } from './RowWriter';
import type { FaultBudget } from './settings';
import type { NodeShape } from './Shapes';
import { isReal } from './wireFaults';
import type { WhatIsRead } from './whatIsRead';

/** What can happen at a node: everything, only its own timers, or these and answers to its calls. */
export type Part = 'all' | 'timers' | 'own';

const budgetSorts = ['crashes', 'losses', 'duplicates'] as const;

/** Cells before the nodes: one that a property may use, and what was spent of each sort of faults. */
const extraCount = 1 + budgetSorts.length;

/** Every configuration that a flow can be in, as far as it is asked about: what is next, and what that leads to. */
export class Space {
  readonly plan: FlowPlan;
  readonly steps: LocalSteps;
  readonly luck: LuckTree;
  readonly layout: Layout;
  readonly writer = new RowWriter();
  /** By node: its place among those that run, or −1. */
  readonly placeOf: Int32Array;
  /** By lane: the place of who receives from it, and of who sends into it. */
  readonly receiverOf: Int32Array;
  readonly senderOf: Int32Array;
  /** Whether nothing goes wrong but what the flow itself says. */
  readonly isFaultless: boolean;
  /** Whether nodes crash. */
  readonly mayCrash: boolean;
  private readonly budget: FaultBudget;
  private readonly canCrash: readonly boolean[];
  private book: MoveBook;
  private readonly lanes: readonly (readonly number[])[];

  constructor(plan: FlowPlan, read: WhatIsRead, budget: FaultBudget, luck = new LuckTree()) {
    this.plan = plan;
    this.budget = budget;
    this.isFaultless = budget.crashes + budget.losses + budget.duplicates === 0;
    this.mayCrash = budget.crashes > 0;
    this.luck = luck;
    this.steps = new LocalSteps(plan, read, luck);
    const nodes = plan.nodes.flatMap(({ kind }, index) => (kind.runs ? [index] : []));
    this.layout = { nodes, laneCount: 2 * plan.wires.length, extraCount };
    this.placeOf = Int32Array.from(plan.nodes, (_, index) => nodes.indexOf(index));
    this.receiverOf = new Int32Array(this.layout.laneCount);
    this.senderOf = new Int32Array(this.layout.laneCount);
    plan.wires.forEach(({ from, to }, wire) => {
      const [sender, receiver] = [this.placeOf[from] ?? 0, this.placeOf[to] ?? 0];
      this.receiverOf.set([receiver, sender], 2 * wire);
      this.senderOf.set([sender, receiver], 2 * wire);
    });
    this.canCrash = plan.nodes.map(({ kind }) => kind.faults.includes('crash'));
    this.lanes = nodes.map((_, place) =>
      [...this.receiverOf].flatMap((receiver, lane) => (receiver === place ? [lane] : [])),
    );
    this.book = this.newBook();
  }

  create(): Configuration {
    return new Configuration(this.layout, this.steps.shapes);
  }

  /**
   * Writes the configuration before the first step. What chance decides before that is taken as it comes first: kinds
   * only set timers then.
   */
  writeInitial(extra: number): void {
    const { writer } = this;
    const begun = this.layout.nodes.map((node) => this.steps.begin(node)[0]);
    const bases: number[] = [];
    let highest = 0;
    for (const outcome of begun) {
      bases.push(highest);
      highest += Math.max(0, ...namesIn(outcome)) + 1;
    }
    writer.begin(highest + 1);
    writer.write(extra);
    for (let sort = 1; sort < extraCount; sort += 1) writer.write(0);
    begun.forEach((outcome, place) => {
      writer.write(outcome?.shape.id ?? 0);
      for (const name of outcome?.names ?? []) writer.writeName(1 + name + (bases[place] ?? 0));
    });
    for (let lane = 0; lane < this.layout.laneCount; lane += 1) {
      const all = begun.flatMap((outcome, place) =>
        (outcome?.sent ?? []).filter((sent) => sent.lane === lane).map((sent) => ({ sent, place })),
      );
      writer.write(all.length);
      for (const { sent, place } of all) {
        writer.write(sent.shape);
        for (const name of sent.names) writer.writeName(1 + name + (bases[place] ?? 0));
      }
    }
    writer.end();
  }

  /** Adds what can happen next at the node at a place, or a part of it, to a list. */
  findMoves(here: Configuration, place: number, found: Move[], part: Part = 'all'): void {
    const shape = here.nodeShape(place);
    const lanes = part === 'timers' ? [] : this.lanesInto(place);
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = lanes[index] ?? 0;
      const isLeftOut = part === 'own' && lane % 2 === 0;
      if (!isLeftOut && here.laneLength(lane) > 0) this.findInLane(here, shape, lane, found);
    }
    const { length } = shape.content.timers;
    for (let index = 0; index < length; index += 1) addAll(this.book.timer(shape, index), found);
    if (part === 'all' && this.mayCrash && this.canCrash[shape.node] === true)
      this.findFaults(here, shape, found);
  }

  /** Adds everything that can happen next to a list, node by node. */
  findAllMoves(here: Configuration, found: Move[]): void {
    for (let place = 0; place < this.layout.nodes.length; place += 1) this.findMoves(here, place, found);
  }

  /** Whether a node has crashed and is not back. */
  isDown({ node, content }: NodeShape): boolean {
    return this.plan.nodes[node]?.kind.automaton.states[content.lifecycle] === 'down';
  }

  /** Whether anything can happen next at the node at a place, faults aside. */
  isEnabled(configuration: Configuration, place: number): boolean {
    if (configuration.nodeShape(place).content.timers.length > 0) return true;
    return this.lanesInto(place).some((lane) => configuration.laneLength(lane) > 0);
  }

  /** Writes the configuration that a move leads to, with another value for what a property remembers. */
  writeNext(from: Configuration, move: Move, extra: number): void {
    const { writer } = this;
    const { outcome, place, lanes } = move;
    writer.begin(from.highest + 1 + outcome.top);
    writer.write(extra);
    this.writeSpent(from, move);
    writer.copy(from, extraCount, from.nodeAt[place] ?? 0);
    writer.write(outcome.shape.id);
    this.writeNames(outcome.names, from, move);
    let at = from.nodeEnd(place);
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = lanes[index] ?? 0;
      writer.copy(from, at, from.laneAt[lane] ?? 0);
      this.writeLane(from, lane, move);
      at = from.laneEnd(lane);
    }
    writer.copy(from, at, from.length);
    writer.end();
  }

  /** Forgets which steps were worked out, some of which nobody made. */
  forget(): void {
    this.steps.forget();
    this.book = this.newBook();
  }

  lanesInto(place: number): readonly number[] {
    return this.lanes[place] ?? [];
  }

  private findInLane(here: Configuration, shape: NodeShape, lane: number, found: Move[]): void {
    const { book } = this;
    addAll(book.message(here, shape, lane, false), found);
    if (this.isFaultless) return;
    if (this.budget.losses > here.extra(2) && isReal(here.headShape(lane)))
      addAll(book.message(here, shape, lane, true), found);
    if (this.budget.duplicates <= here.extra(3)) return;
    // Doubled as soon as it is sent: its copy comes right after it then, and so it does in the runtime.
    const tail = here.tailShape(lane);
    if (isReal(tail)) addAll(book.duplicate(shape, lane, tail), found);
  }

  private findFaults(here: Configuration, shape: NodeShape, found: Move[]): void {
    const isDown = this.isDown(shape);
    if (!isDown && here.extra(1) >= this.budget.crashes) return;
    addAll(this.book.befall(shape, isDown ? 'revive' : 'crash'), found);
  }

  private newBook(): MoveBook {
    return new MoveBook(this.steps, this.placeOf, this.layout.laneCount);
  }

  /**
   * Writes names that stand at places of a step: first those of the node, then those that the message brings and the node
   * does not know, then new ones.
   */
  private writeNames(
    places: readonly number[],
    from: Configuration,
    { place, from: lane, fresh }: Move,
  ): void {
    const { writer } = this;
    const { cells } = from;
    const own = (from.nodeAt[place] ?? 0) + 1;
    const count = from.nodeEnd(place) - own;
    const known = count + fresh.length;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      if (at < count) writer.writeName(cells[own + at] ?? 0);
      else if (at >= known) writer.writeName(from.highest + 1 + at - known);
      else writer.writeName(cells[(from.laneAt[lane] ?? 0) + 2 + (fresh[at - count] ?? 0)] ?? 0);
    }
  }

  private writeSpent(from: Configuration, { sort, verb }: Move): void {
    const spent = verb === 'crash' ? 1 : sort === 'lose' ? 2 : sort === 'duplicate' ? 3 : 0;
    for (let one = 1; one < extraCount; one += 1)
      this.writer.write(from.extra(one) + (one === spent ? 1 : 0));
  }

  private writeLane(from: Configuration, lane: number, move: Move): void {
    const { writer } = this;
    const { sent } = move.outcome;
    const start = (from.laneAt[lane] ?? 0) + 1;
    const end = from.laneEnd(lane);
    const isOwn = lane === move.from && move.sort !== 'timer';
    const isTaken = isOwn && takesMessage(move);
    const isDoubled = isOwn && move.sort === 'duplicate';
    let count = from.laneLength(lane) - (isTaken ? 1 : 0) + (isDoubled ? 1 : 0);
    for (let index = 0; index < sent.length; index += 1) if (sent[index]?.lane === lane) count += 1;
    writer.write(count);
    writer.copy(from, isTaken ? start + 1 + from.headShape(lane).ranges.length : start, end);
    if (isDoubled) writer.copy(from, end - 1 - from.tailShape(lane).ranges.length, end);
    for (let index = 0; index < sent.length; index += 1) {
      const one = sent[index];
      if (one === undefined || one.lane !== lane) continue;
      writer.write(one.shape);
      this.writeNames(one.names, from, move);
    }
  }
}

function addAll(moves: readonly Move[], found: Move[]): void {
  for (let index = 0; index < moves.length; index += 1) {
    const move = moves[index];
    if (move !== undefined) found.push(move);
  }
}

function namesIn(outcome: Outcome | undefined): readonly number[] {
  return outcome === undefined ? [] : [...outcome.names, ...outcome.sent.flatMap(({ names }) => names)];
}
