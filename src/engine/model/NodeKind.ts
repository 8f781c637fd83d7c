import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Distribution } from '#engine/kernel/Distribution';
import type { Field, Settings } from './fields';
import type { Json } from './Json';
import type { KeyQuestion, KeyReport } from './KeyReport';
import type { FactNumber } from './facts';
import type { Arrivals, LedgerLine } from './Ledger';
import type { Gauge, Measure } from './measures';
import type { Activity, Holding, Moment, Wait } from './waits';
import type { ProtocolPlan } from './protocols/ProtocolPlan';
import type { ProtocolReport } from './protocols/ProtocolReport';
import type { CallStack, FaultVerb, FlowEvent, Message, Operation, Outcome } from './messages';
import type { Plain } from './PlainStation';
import type { StateForm } from './StateForm';

/** What flows through a port; a wire joins an `out` and an `in` port that carry the same. */
export type Carries = 'event' | 'delivery' | 'access';

export interface Port {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly carries: Carries;
  /** Where the face puts the handle. */
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  /** At most this many wires; absent means any number. */
  readonly maxWires?: number;
  /** Drawn dashed and in the colour of danger: what ends here has failed. */
  readonly deadLetter?: boolean;
}

/** What lint, prediction and the checker may know of a node without running it. */
export interface NodeFacts {
  readonly role: 'source' | 'bus' | 'server' | 'store' | 'none';
  /** Parallel servers; `Infinity` when unlimited. */
  readonly servers: number;
  /** Deliveries it holds at a time before a caller must wait; `Infinity` when unlimited. */
  readonly admits: number;
  readonly service: Distribution | null;
  readonly capacity: number;
  /** Whether a caller of this node is held until the work is done. */
  readonly holdsCaller: boolean;
}

/** An outgoing wire as a node sees it. */
export interface OutWire {
  /** Index into `FlowDoc.wires`. */
  readonly index: number;
  readonly id: string;
  readonly port: string;
  readonly target: number;
  readonly settings: Settings;
  readonly targetFacts: NodeFacts;
}

/** What a node may know of its place in the flow before the run starts. */
export interface NodeSetup {
  readonly index: number;
  readonly settings: Settings;
  /** Indices of the wires that end here. */
  readonly inWires: readonly number[];
  readonly id: string;
  readonly wires: readonly OutWire[];
  /** The ids of all nodes, in document order, to name others by. */
  readonly nodeIds: readonly string[];
  /** Event type ids, in document order. */
  readonly eventTypes: readonly string[];
  /** Event type names, in document order: what patterns match. */
  readonly eventTypeNames: readonly string[];
  /** The protocols attached to it, in document order. */
  readonly protocols: readonly ProtocolPlan[];
}

/**
 * The only way from a node to the world. Everything is in integer microseconds of virtual time.
 * A node that is told nothing does nothing; what it sends arrives as a later step.
 */
export interface Context {
  readonly now: number;
  /** The number of the step that is being made; 0 before the first. */
  readonly step: number;
  readonly setup: NodeSetup;
  /** The node's present lifecycle state. */
  readonly lifecycle: string;
  /** Moves the lifecycle automaton by a letter; an undeclared transition stops the run as a bug. */
  transition(letter: string): void;
  /**
   * Moves the lifecycle automaton to the state that the node's data call for, by the one letter that leads there.
   * Does nothing when it is there already; no such letter is a bug of the kind.
   */
  moveTo(state: string): void;
  /** Sends along an outgoing wire: arrives after the wire's latency, never overtaking on that wire. */
  publish(wire: number, event: FlowEvent, call: number, stack: CallStack, reason: string): void;
  deliver(
    wire: number,
    event: FlowEvent,
    call: number,
    stack: CallStack,
    attempt: number,
    inline: boolean,
  ): void;
  access(
    wire: number,
    event: FlowEvent,
    call: number,
    stack: CallStack,
    operation: Operation,
    key: string,
    value: Json,
  ): void;
  /** Answers a call at once. `wire` is the wire it came over. */
  answer(wire: number, call: number, outcome: Outcome, event: FlowEvent | null, value: Json): void;
  /** Sends itself a start, finish or timer message; returns the id to cancel it by. It comes back with its tag. */
  schedule(
    kind: 'start' | 'finish' | 'timer',
    delayUs: number,
    name: string,
    event: FlowEvent | null,
    tag?: number,
  ): number;
  cancel(id: number): void;
  /** A fresh number for a call, unique in the run. */
  newCall(): number;
  /** Makes an event here and now; `cause` is what it follows from, if anything. */
  newEvent(type: number, subject: string, data: Json, cause: FlowEvent | null): FlowEvent;
  /** A duration in whole microseconds. */
  sample(distribution: Distribution): number;
  chance(probability: number): boolean;
  /** A whole number from 0 to n − 1, all equally likely. */
  pick(n: number): number;
  /** A number in [0, 1), all equally likely. */
  random(): number;
  /** An index into `weights`, likely in proportion to its weight. */
  pickWeighted(weights: readonly number[]): number;
  /** `wire` says on which wire it happened, where that matters. */
  record(code: FactNumber, event: FlowEvent | null, detail?: string, wire?: number): void;
  /** Adds an observation, such as a response time in microseconds, to the node's metrics. */
  observe(measure: Measure, us: number): void;
  /** Says how many wait here, or how many servers are at work, from now on. */
  level(gauge: Gauge, count: number): void;
}

/** An event as pictures show it. */
export interface Token {
  readonly number: number;
  readonly type: number;
  readonly subject: string;
}

/** The events of one queue that may go, next out first, as far as they are listed. */
export interface WaitingLine {
  /** As an intervention names it. */
  readonly queue: string;
  /** Wires (by index) over which they go. */
  readonly wires: readonly number[];
  readonly tokens: readonly Token[];
  /** How many they are in all. */
  readonly count: number;
}

/** One kind of node as the rest of the program knows it, running or not. */
export interface NodeKind {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly ports: readonly Port[];
  /** False for notes and groups, which explain and do not run. */
  readonly runs: boolean;
  readonly resizable: boolean;
  readonly automaton: Lifecycle;
  /** What the palette offers: named settings over the defaults. The first is the plain kind. */
  readonly presets: readonly { readonly id: string; readonly settings: Settings }[];
  /** Products that it can be set to behave like: named settings over those it has, with every setting that tells. */
  readonly profiles?: readonly { readonly id: string; readonly settings: Settings }[];
  /** What can befall it while it runs, by a person or by the document. */
  readonly faults: readonly (FaultVerb | 'publish' | 'advance')[];
  /** Whether protocols can be attached to it. */
  readonly followsProtocols?: boolean;
  facts(settings: Settings): NodeFacts;
  /** What waits in its queues and can be let go first by hand, by its own view; absent where nothing can. */
  waiting?(view: unknown): readonly WaitingLine[];
  /**
   * The settings of a source cut down to at most so many events, or without a number to as many as it is set to, if these
   * are few, and to at most so many keys to draw from; absent where a kind makes none by itself.
   */
  bounded?(settings: Settings, events: number | null, keys?: number): Settings;
}

/**
 * How one kind of node runs. State is plain JSON owned by the runtime; `receive` changes only the state it is
 * handed and speaks only through the context. `Plan` is what the kind works out once from its settings and wires
 * (routes, compiled patterns) and never changes.
 */
export interface Behaviour<State = unknown, View = unknown, Plan = unknown> {
  plan(setup: NodeSetup): Plan;
  initialState(plan: Plan): State;
  /** Called once at time 0, before any step, in document order. */
  begin(state: State, context: Context, plan: Plan): void;
  receive(state: State, message: Message, context: Context, plan: Plan): void;
  /** What a face shows: small, plain JSON (lists cut at 12 with their true count beside them). */
  view(state: State, plan: Plan): View;
  /** Whether the node could legally end here, beyond its lifecycle being in an accepting state. */
  isSettled(state: State): boolean;
  /** Whether nothing is under way in it, though its rules may forbid to end here; absent where that is `isSettled`. */
  isQuiet?(state: State): boolean;
  /** Keys of its own that have not come to their end, and that came to a wrong one; absent where a kind has no such. */
  openEnds?(
    state: State,
    plan: Plan,
  ): { readonly waiting: readonly string[]; readonly broken: readonly string[] };
  /** Whom the node waits for, as node indices: the edges of the wait-for graph that names a deadlock. */
  waitsFor(state: State, plan: Plan): readonly number[];
  /**
   * Why the node does not go on, or looks as if it did not: its immediate reasons, the one that leads on last. Never
   * empty for a node that runs.
   */
  waits(state: State, plan: Plan, moment: Moment): readonly Wait[];
  /** Why an event does not go on in this node; empty when the node does not have it. */
  waitsOf(state: State, plan: Plan, moment: Moment, event: number): readonly Wait[];
  /** What the node has of an event, by the event's number; empty when it has nothing of it. */
  holdings(state: State, plan: Plan, event: number): readonly Holding[];
  /** What the node is doing, oldest first, at most 12. */
  activities(state: State, plan: Plan): readonly Activity[];
  /** What came and what became of it, where a kind keeps books. */
  ledger?(state: State, plan: Plan, arrivals: Arrivals): readonly LedgerLine[];
  /** How its protocols stand, where it can have any. */
  protocols?(state: State, plan: Plan): readonly ProtocolReport[];
  /** Whether one of its protocols, by id, was broken in a step; asked right after a step that broke one. */
  isBrokenIn?(state: State, plan: Plan, protocol: string, step: number): boolean;
  /** What it keeps by key: of any key, however many there are; null where it keeps nothing of what is asked for. */
  keys?(state: State, plan: Plan, question: KeyQuestion): KeyReport | null;
  /** How the core runs it; absent where it cannot. */
  readonly plain?: Plain<State, Plan>;
  /** What of its states tells them apart; absent where everything does. */
  readonly form?: StateForm<Plan>;
}

/** A kind with its behaviour: what the runtime needs, and the page does not. */
export interface RunningKind extends NodeKind {
  readonly behaviour: Behaviour;
}

/** Joins a kind with its behaviour. State, view and plan types stay inside the kind; the engine sees plain data. */
export function defineRunning<State, View, Plan>(
  kind: NodeKind,
  behaviour: Behaviour<State, View, Plan>,
): RunningKind {
  // The runtime hands each kind only states and plans that this kind itself made, so forgetting the types is safe.
  return { ...kind, behaviour };
}
