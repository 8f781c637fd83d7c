import type { Automaton, Word } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { determinise } from '#engine/automata/determinise';
import { minimise } from '#engine/automata/minimise';
import { silent, type Arrow } from '#engine/automata/NondeterministicAutomaton';
import { trim } from '#engine/automata/trim';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { FactNumber } from '#engine/model/facts';
import type { RunningKind } from '#engine/model/NodeKind';
import { planFlow } from '#engine/runtime/FlowPlan';
import { boundedDoc } from './boundedDoc';
import type { Configuration } from './Configuration';
import { counterexampleOf, type Counterexample } from './counterexampleOf';
import { Explorer, type ExploreProgress, type MoveListener, type StopReason } from './Explorer';
import type { Property } from './Property';
import type { CheckSettings } from './settings';
import { Space, type Move } from './Space';
import { whatIsRead } from './whatIsRead';

/** A move as far as the orders on a bus are concerned: what is seen of it there, by event type. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly ordinal: number;
  readonly seen: readonly number[];
}

/** Nothing is asked; everything is looked at. */
const anything: Property = {
  id: '',
  sentence: '',
  watches: [],
  looksAt: [],
  initial: 0,
  next: (remembered) => remembered,
  whyNotEndHere: () => null,
  whyBroken: () => '',
};

/** What only watches changes no order: a run that it finds wrong is a run of the bus all the same. */
function withoutMonitors(doc: FlowDoc): FlowDoc {
  return { ...doc, protocols: doc.protocols.filter(({ settings }) => settings['mode'] !== 'monitor') };
}

/**
 * All orders in which events come to a moment of their life on one bus: every run is explored, what is seen nowhere is
 * hidden, and runs that end legally are the words, whatever protocols that only watch say of them. It works in slices, as `Explorer` does. Leaving out orders that make no
 * difference leaves the order at one node as it is.
 */
export class BusOrders implements MoveListener {
  readonly doc: FlowDoc;
  private readonly kinds: ReadonlyMap<string, RunningKind>;
  private readonly node: number;
  private readonly moment: FactNumber;
  private readonly explorer: Explorer;
  private edges: Edge[] = [];
  private legalEnds: number[] = [];

  /** `node` is the index of the bus. */
  constructor(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    node: number,
    moment: FactNumber,
    settings: CheckSettings,
  ) {
    this.doc = withoutMonitors(boundedDoc(doc, kinds, settings.events));
    this.kinds = kinds;
    this.node = node;
    this.moment = moment;
    const plan = planFlow(this.doc, kinds);
    const space = new Space(plan, whatIsRead(plan), settings.faults);
    this.explorer = new Explorer(space, anything, settings.isReduced, settings.limits, this);
  }

  get isOver(): boolean {
    return this.explorer.isOver;
  }

  get progress(): ExploreProgress {
    return this.explorer.progress;
  }

  /** Why not everything was explored: then the automaton lacks orders. */
  get stopped(): StopReason | null {
    return this.explorer.stopped;
  }

  advance(count: number): void {
    this.explorer.advance(count);
  }

  cancel(): void {
    this.explorer.cancel();
  }

  /** The minimal automaton, or the limit that making it deterministic has come to. */
  automaton(): Bounded<Automaton> {
    const { doc, edges, legalEnds } = this;
    const states = Array.from({ length: this.progress.configurations }, (_, index) => `c${index}`);
    const arrows: Arrow[] = [];
    for (const { from, to, seen } of edges) {
      let at = from;
      seen.forEach((letter, index) => {
        const isLast = index === seen.length - 1;
        const next = isLast ? to : states.push(`c${states.length}`) - 1;
        arrows.push({ from: at, letter, to: next });
        at = next;
      });
      if (seen.length === 0) arrows.push({ from, letter: silent, to });
    }
    const accepting = states.map(() => false);
    for (const end of legalEnds) accepting[end] = true;
    const letters = doc.eventTypes.map(({ name }) => name);
    const result = determinise({ states, letters, initials: [0], accepting, arrows });
    if (!result.ok) return result;
    const { automaton } = minimise(trim(result.value.automaton));
    return { ok: true, value: { ...automaton, states: automaton.states.map((_, index) => `q${index}`) } };
  }

  /** A run with few steps in which exactly these events are seen, in this order; null where there is none. */
  runOf(word: Word): Counterexample | null {
    const letters = word.map((name) => this.doc.eventTypes.findIndex((type) => type.name === name));
    const path = this.pathOf(letters);
    if (path === null) return null;
    const moves = path.map(({ from, ordinal }) => this.explorer.moveAt(from, ordinal));
    return counterexampleOf(this.doc, this.kinds, moves, { isEnd: true, isShortest: true });
  }

  begin(): void {
    this.edges = [];
    this.legalEnds = [];
  }

  move(from: number, to: number, ordinal: number, { outcome }: Move): void {
    const seen = outcome.noted
      .filter(({ code, node, type }) => code === this.moment && node === this.node && type >= 0)
      .map(({ type }) => type);
    this.edges.push({ from, to, ordinal, seen });
  }

  end(configuration: number, here: Configuration): void {
    const isLegal = here.layout.nodes.every((_, place) => here.nodeShape(place).isSettled);
    if (isLegal) this.legalEnds.push(configuration);
  }

  /** Breadth first over configurations and how much of the word was seen. */
  private pathOf(letters: readonly number[]): readonly Edge[] | null {
    const out = new Map<number, Edge[]>();
    for (const edge of this.edges) {
      const list = out.get(edge.from);
      if (list === undefined) out.set(edge.from, [edge]);
      else list.push(edge);
    }
    const ends = new Set(this.legalEnds);
    const width = letters.length + 1;
    const came = new Map<number, { readonly edge: Edge; readonly before: number } | null>([[0, null]]);
    const queue = [0];
    // The list grows while it is read.
    for (const key of queue) {
      const [at, count] = [Math.floor(key / width), key % width];
      if (count === letters.length && ends.has(at)) return unwind(came, key);
      for (const edge of out.get(at) ?? []) {
        const fits = edge.seen.every((letter, index) => letters[count + index] === letter);
        const next = edge.to * width + count + edge.seen.length;
        if (!fits || came.has(next)) continue;
        came.set(next, { edge, before: key });
        queue.push(next);
      }
    }
    return null;
  }
}

function unwind(
  came: ReadonlyMap<number, { readonly edge: Edge; readonly before: number } | null>,
  last: number,
): readonly Edge[] {
  const path: Edge[] = [];
  for (let step = came.get(last); step !== undefined && step !== null; step = came.get(step.before)) {
    path.push(step.edge);
  }
  return path.toReversed();
}
