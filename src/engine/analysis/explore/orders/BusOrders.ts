import { accepts } from '#engine/automata/accepts';
import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import type { Automaton, Word } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { minimise } from '#engine/automata/minimise';
import { product } from '#engine/automata/product';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { planFlow } from '#engine/runtime/FlowPlan';
import { anything } from '../anything';
import { boundedDoc } from '../boundedDoc';
import type { Configuration } from '../Configuration';
import { counterexampleOf, type Counterexample } from '../counterexampleOf';
import { Explorer } from '../Explorer';
import type { ExploreProgress, StopReason } from '../ExploreProgress';
import type { Move } from '../Move';
import type { MoveListener } from '../MoveListener';
import type { CheckSettings } from '../settings';
import { Space } from '../Space';
import { whatIsRead, withKeys } from '../whatIsRead';
import { sightsOf, type BusPlace } from './BusSights';
import { OrdersGraph, type Slice } from './OrdersGraph';
import { withoutEmptyWord } from './withoutEmptyWord';

/** Which order of the events is asked about, and whether each key has a word of its own. */
export interface OrdersView {
  readonly order: WatchOrder;
  readonly isPerKey: boolean;
}

/** What only watches changes no order: a run that it finds wrong is a run of the bus all the same. */
function withoutMonitors(doc: FlowDoc): FlowDoc {
  return { ...doc, protocols: doc.protocols.filter(({ settings }) => settings['mode'] !== 'monitor') };
}

/**
 * All orders of the events on one bus: every run is explored, what is not seen on the bus is hidden, and runs that end
 * legally are the words, whatever protocols that only watch say of them. A key or a group has a word only where it has
 * an event. It works in slices, as `Explorer` does. Leaving out orders that make no difference leaves the order at one
 * node as it is.
 */
export class BusOrders implements MoveListener {
  readonly doc: FlowDoc;
  private readonly kinds: ReadonlyMap<string, RunningKind>;
  private readonly place: BusPlace;
  private readonly letters: readonly string[];
  private readonly space: Space;
  private readonly explorer: Explorer;
  private graph = new OrdersGraph();

  /** Keys are told apart where `tellsKeys`, which takes more configurations. */
  constructor(
    doc: FlowDoc,
    kinds: ReadonlyMap<string, RunningKind>,
    place: BusPlace,
    settings: CheckSettings,
    tellsKeys: boolean,
  ) {
    this.doc = withoutMonitors(boundedDoc(doc, kinds, settings.events));
    this.kinds = kinds;
    this.place = place;
    this.letters = this.doc.eventTypes.map(({ name }) => name);
    const plan = planFlow(this.doc, kinds);
    this.space = new Space(plan, withKeys(whatIsRead(plan), tellsKeys), settings.faults);
    this.explorer = new Explorer(this.space, anything, settings, settings.limits, this);
  }

  get isOver(): boolean {
    return this.explorer.isOver;
  }

  get progress(): ExploreProgress {
    return this.explorer.progress;
  }

  /** Why not everything was explored: then orders are missing. */
  get stopped(): StopReason | null {
    return this.explorer.stopped;
  }

  advance(count: number): void {
    this.explorer.advance(count);
  }

  cancel(): void {
    this.explorer.cancel();
  }

  /** The minimal automaton of the words that are seen, or the limit that making it has come to. */
  automaton({ order, isPerKey }: OrdersView): Bounded<Automaton> {
    const [first, ...others] = this.slicesOf({ order, isPerKey });
    // With several words in a run, a key or group that sees no event has none.
    const isOneWord = others.length === 0 && !isPerKey;
    let made = this.ofSlice(first, isOneWord);
    for (const slice of others) {
      const other = made.ok ? this.ofSlice(slice, false) : made;
      if (!made.ok || !other.ok) return other;
      const both = product(made.value, other.value, 'union');
      made = both.ok ? { ok: true, value: minimise(both.value).automaton } : both;
    }
    if (!made.ok) return made;
    const { value } = made;
    return { ok: true, value: { ...value, states: value.states.map((_, index) => `q${index}`) } };
  }

  /** A run with few steps in which exactly this word is seen; null where there is none. */
  runOf(word: Word, view: OrdersView): Counterexample | null {
    for (const slice of this.slicesOf(view)) {
      const one = this.ofSlice(slice, true);
      if (!one.ok || !accepts(one.value, word)) continue;
      const path = this.graph.pathOf(slice, word, this.letters);
      if (path === null) continue;
      const moves = path.map(({ from, ordinal }) => this.explorer.moveAt(from, ordinal));
      return counterexampleOf(this.doc, this.kinds, moves, { isEnd: true, isShortest: true });
    }
    return null;
  }

  begin(): void {
    this.graph = new OrdersGraph();
  }

  move(from: number, to: number, ordinal: number, move: Move, here: Configuration): void {
    this.graph.add(from, to, ordinal, sightsOf(move, here, this.space, this.place));
  }

  end(configuration: number, here: Configuration): void {
    const isLegal = here.layout.nodes.every((_, place) => here.nodeShape(place).isSettled);
    if (isLegal) this.graph.legalEnds.push(configuration);
  }

  /** At least one: where nothing is ever seen, the one without any event. */
  private slicesOf({ order, isPerKey }: OrdersView): readonly [Slice, ...(readonly Slice[])] {
    const [first = { order, key: null, lane: 0 }, ...others] = this.graph.slicesOf(order, isPerKey);
    return [first, ...others];
  }

  private ofSlice(slice: Slice, hasEmptyWord: boolean): Bounded<Automaton> {
    const made = this.graph.automaton(slice, this.letters, this.progress.configurations);
    return made.ok && !hasEmptyWord ? { ok: true, value: withoutEmptyWord(made.value) } : made;
  }
}
