import type { FaultVerb } from '#engine/model/messages';
import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { Configuration, RowWriter, type Layout } from './Configuration';
import { LuckTree } from './LuckTree';
import { LocalSteps, type Outcome } from './LocalSteps';
import type { FaultBudget } from './settings';
import type { NodeShape } from './Shapes';
import { doubled, isReal } from './wireFaults';
import type { WhatIsRead } from './whatIsRead';

/** One thing that can happen next, with the outcome of chance. */
export interface Move {
  readonly sort: 'receive' | 'timer' | 'lose' | 'duplicate' | 'befall';
  /** Index of the node that makes the step. */
  readonly node: number;
  /** The lane of the message, or the place of the timer; −1 for what befalls. */
  readonly from: number;
  readonly verb: FaultVerb | null;
  readonly outcome: Outcome;
}

/** What can happen at a node: everything, only its own timers, or these and answers to its calls. */
export type Part = 'all' | 'timers' | 'own';

/** Whoever is told of moves: `place` is the place of the node among those that run. */
export type Visit = (move: Move, place: number, joint: readonly number[]) => void;

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
  }

  /** Visits what can happen next at the node at a place, or a part of it. */
  visitNode(configuration: Configuration, place: number, visit: Visit, part: Part = 'all'): void {
    const node = this.layout.nodes[place] ?? 0;
    const shape = configuration.nodeShape(place);
    const own = configuration.namesAt((configuration.nodeAt[place] ?? 0) + 1, shape.nameCount);
    for (const lane of this.lanesInto(place)) {
      const isLeftOut = part === 'timers' || (part === 'own' && lane % 2 === 0);
      if (!isLeftOut && configuration.laneLength(lane) > 0)
        this.visitLane(configuration, place, lane, shape, own, visit);
    }
    shape.content.timers.forEach((_, index) => {
      for (const outcome of this.steps.timer(shape, index)) {
        visit({ sort: 'timer', node, from: index, verb: null, outcome }, place, own);
      }
    });
    if (part === 'all' && this.canCrash[node] === true && this.budget.crashes > 0)
      this.visitFaults(configuration, place, shape, own, visit);
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
  writeNext(from: Configuration, move: Move, place: number, joint: readonly number[], extra: number): void {
    const { writer } = this;
    const { outcome } = move;
    writer.begin(from.highest + 1 + outcome.top);
    const nameOf = (at: number): number =>
      at < joint.length ? (joint[at] ?? 0) : from.highest + 1 + at - joint.length;
    this.writeExtras(from, move, extra);
    const { nodes, laneCount } = this.layout;
    for (let other = 0; other < nodes.length; other += 1) {
      if (other === place) {
        writer.write(outcome.shape.id);
        for (const name of outcome.names) writer.writeName(nameOf(name));
      } else this.copyNode(from, other);
    }
    const taken = move.sort === 'receive' || move.sort === 'lose' ? move.from : -1;
    for (let lane = 0; lane < laneCount; lane += 1) {
      this.writeLane(
        from,
        lane,
        lane === taken,
        move.sort === 'duplicate' && lane === move.from,
        outcome,
        nameOf,
      );
    }
  }

  lanesInto(place: number): readonly number[] {
    return (this.lanes ??= this.findLanes())[place] ?? [];
  }

  private lanes: readonly (readonly number[])[] | undefined;

  private findLanes(): readonly (readonly number[])[] {
    return this.layout.nodes.map((_, place) =>
      [...this.receiverOf].flatMap((receiver, lane) => (receiver === place ? [lane] : [])),
    );
  }

  private visitLane(
    configuration: Configuration,
    place: number,
    lane: number,
    shape: NodeShape,
    own: readonly number[],
    visit: Visit,
  ): void {
    const node = this.layout.nodes[place] ?? 0;
    const head = configuration.headShape(lane);
    const brought = configuration.namesAt((configuration.laneAt[lane] ?? 0) + 2, head.ranges.length);
    const places = brought.map((name) => own.indexOf(name));
    const joint = [...own, ...brought.filter((_, index) => places[index] === -1)];
    for (const outcome of this.steps.message(shape, lane, head, places, false)) {
      visit({ sort: 'receive', node, from: lane, verb: null, outcome }, place, joint);
    }
    if (this.budget.losses > configuration.extra(2) && isReal(head)) {
      for (const outcome of this.steps.message(shape, lane, head, places, true)) {
        visit({ sort: 'lose', node, from: lane, verb: null, outcome }, place, joint);
      }
    }
    if (this.budget.duplicates <= configuration.extra(3)) return;
    // Doubled as soon as it is sent: its copy comes right after it then, and so it does in the runtime.
    const tail = configuration.tailShape(lane);
    if (!isReal(tail)) return;
    visit({ sort: 'duplicate', node, from: lane, verb: null, outcome: doubled(shape, tail) }, place, own);
  }

  private visitFaults(
    configuration: Configuration,
    place: number,
    shape: NodeShape,
    own: readonly number[],
    visit: Visit,
  ): void {
    const node = this.layout.nodes[place] ?? 0;
    const isDown = this.isDown(shape);
    if (!isDown && configuration.extra(1) >= this.budget.crashes) return;
    const verb = isDown ? 'revive' : 'crash';
    for (const outcome of this.steps.befall(shape, verb)) {
      visit({ sort: 'befall', node, from: -1, verb, outcome }, place, own);
    }
  }

  private writeExtras(from: Configuration, move: Move, extra: number): void {
    const spent = move.verb === 'crash' ? 1 : move.sort === 'lose' ? 2 : move.sort === 'duplicate' ? 3 : 0;
    this.writer.write(extra);
    for (let sort = 1; sort < extraCount; sort += 1) {
      this.writer.write(from.extra(sort) + (sort === spent ? 1 : 0));
    }
  }

  private copyNode(from: Configuration, place: number): void {
    const { cells, nodeAt, laneAt } = from;
    const at = nodeAt[place] ?? 0;
    const end = place + 1 < nodeAt.length ? (nodeAt[place + 1] ?? 0) : (laneAt[0] ?? from.length);
    this.writer.write(cells[at] ?? 0);
    for (let cell = at + 1; cell < end; cell += 1) this.writer.writeName(cells[cell] ?? 0);
  }

  private writeLane(
    from: Configuration,
    lane: number,
    isTaken: boolean,
    isDoubled: boolean,
    outcome: Outcome,
    nameOf: (place: number) => number,
  ): void {
    const { writer } = this;
    const { cells } = from;
    let at = from.laneAt[lane] ?? 0;
    const count = cells[at] ?? 0;
    let added = 0;
    for (const sent of outcome.sent) if (sent.lane === lane) added += 1;
    writer.write(count + added - (isTaken ? 1 : 0) + (isDoubled ? 1 : 0));
    at += 1;
    let last = at;
    for (let index = 0; index < count; index += 1) {
      const end = at + 1 + (this.steps.shapes.messages[cells[at] ?? 0]?.ranges.length ?? 0);
      if (!(isTaken && index === 0)) this.copyMessage(from, at);
      last = at;
      at = end;
    }
    if (isDoubled) this.copyMessage(from, last);
    if (added === 0) return;
    for (const sent of outcome.sent) {
      if (sent.lane !== lane) continue;
      writer.write(sent.shape);
      for (const name of sent.names) writer.writeName(nameOf(name));
    }
  }

  private copyMessage(from: Configuration, at: number): void {
    const { cells } = from;
    const shape = cells[at] ?? 0;
    this.writer.write(shape);
    const end = at + 1 + (this.steps.shapes.messages[shape]?.ranges.length ?? 0);
    for (let cell = at + 1; cell < end; cell += 1) this.writer.writeName(cells[cell] ?? 0);
  }
}

function namesIn(outcome: Outcome | undefined): readonly number[] {
  return outcome === undefined ? [] : [...outcome.names, ...outcome.sent.flatMap(({ names }) => names)];
}
