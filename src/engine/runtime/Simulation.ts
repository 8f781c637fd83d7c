import { assert } from '#engine/kernel/assert';
import type { LifecycleEdge } from '#engine/automata/compileLifecycle';
import { createClock, EventList } from '#engine/kernel/EventList';
import { createStreams, type RandomStreams } from '#engine/kernel/RandomStreams';
import { TraceHash } from '#engine/kernel/TraceHash';
import { fact, type FactNumber } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import type { FlowEvent } from '#engine/model/messages';
import type { Behaviour } from '#engine/model/NodeKind';
import { cloneState, type Tally } from './cloneState';
import { Counters } from './Counters';
import type { Deed } from './deeds';
import { entryOf, noteFact, type EntryDraft } from './EntryDraft';
import { FlowEventRecord } from './FlowEventRecord';
import { createChooser, ForcedLuck } from './ForcedChooser';
import type { FlowPlan } from './FlowPlan';
import { interventionDueUs, isAsleep, nextIntervention, performIntervention } from './interventions';
import { openLifecycles, type LifecycleBook } from './LifecycleBook';
import { createMetrics, type Metrics } from './Metrics';
import { NodeContext } from './NodeContext';
import { asMessage, codeOf, flightOf, type Pending } from './Pending';
import { faultPriority, performFault, scheduleFaults } from './scheduledFaults';
import type { Snapshot } from './Snapshot';
import type { StepListener } from './StepListener';
import { lossName, loseOnWire } from './wireTraffic';
import { WireCuts } from './WireCuts';

/** Most messages that may wait at a time, looked at now and then: beyond it the run stops with a report. */
const mostPending = 1_000_000;

/** A node while it runs. */
export interface Station {
  readonly behaviour: Behaviour;
  readonly plan: unknown;
  readonly context: NodeContext;
  state: unknown;
}

/** Made on top of what the limits allow; the run reports it and goes no further. */
export type LimitReached = '' | 'pending' | 'call-depth';

/**
 * One run of a flow, step by step: a pure function of the document (with its seed and interventions) and of
 * how often `step` was called. Everything it knows can be put into a snapshot and taken back from it.
 */
export class Simulation {
  readonly plan: FlowPlan;
  readonly untilUs: number;
  stepCount = 0;
  eventCount = 0;
  /** How many interventions have been dealt with. */
  interventionCount = 0;
  /** How many of the pending steps do not keep the run going: what never happens, and faults that come again. */
  sleeperCount = 0;
  cuts: WireCuts;
  limit: LimitReached = '';
  /** Brings back what is pending and what lies at the nodes, while the core has it: `plain/runInCore`. */
  away: (() => void) | null = null;
  readonly lifecycles: LifecycleBook;
  readonly metrics: Metrics;
  readonly counters: Counters;
  hash = new TraceHash();
  /** The entry being written, when somebody wants to read it. */
  draft: EntryDraft | null = null;
  /** Who looks at every step all along, if anybody does. */
  listener: StepListener | null = null;
  /** Notes what came of each intervention, for whoever wants to know. */
  deeds: Deed[] | null = null;
  readonly forced: ForcedLuck;
  readonly clock = createClock();
  /** The last moment at which a step may be due; what is due at infinity never is. */
  readonly lastDueUs: number;
  readonly streams: RandomStreams;
  readonly stations: readonly Station[];
  /** When the last message on each wire arrives: what is sent later never overtakes it. */
  lastArrivalUs: Float64Array;
  lastStepUs: Float64Array;
  list: EventList<Pending>;
  callCount = 0;

  constructor(plan: FlowPlan) {
    this.plan = plan;
    this.forced = new ForcedLuck(plan.durations);
    this.untilUs = plan.doc.untilMs === 0 ? Infinity : Math.round(plan.doc.untilMs * 1000);
    this.lastDueUs = Math.min(this.untilUs, Number.MAX_VALUE);
    this.list = new EventList<Pending>(this.clock);
    this.lifecycles = openLifecycles(
      plan.nodes.map((node) => node.kind.automaton),
      this.clock,
    );
    this.metrics = createMetrics(plan.nodes.length, plan.doc.eventTypes.length, this.clock);
    this.counters = new Counters(plan.doc.eventTypes.length, plan.wires.length, plan.nodes.length);
    this.cuts = new WireCuts(plan.wires.length);
    this.streams = createStreams(
      plan.doc.seed,
      plan.nodes.map((node) => node.id),
    );
    this.lastArrivalUs = new Float64Array(plan.wires.length);
    this.lastStepUs = new Float64Array(plan.nodes.length);
    const forced = plan.hasLuck ? this.forced : null;
    this.stations = plan.nodes.map(({ behaviour, plan: own, setup }, index) => ({
      behaviour,
      plan: own,
      context: new NodeContext(this, setup, createChooser(this.streams, index, forced)),
      state: behaviour.initialState(own),
    }));
    for (const { behaviour, state, context, plan: own } of this.stations)
      behaviour.begin(state, context, own);
    scheduleFaults(this);
  }

  get pending(): EventList<Pending> {
    this.away?.();
    return this.list;
  }

  get nowUs(): number {
    return this.clock[0] ?? 0;
  }

  stateOf(node: number): unknown {
    this.away?.();
    return this.stations[node]?.state;
  }

  /** When a node last received something: what its picture is of. */
  lastStepUsOf(node: number): number {
    return this.lastStepUs[node] ?? 0;
  }

  /** Virtual time of the next step, or undefined when nothing more will happen. */
  nextTimeUs(): number | undefined {
    if (isAsleep(this)) return undefined;
    const nextUs = Math.max(interventionDueUs(this) ?? this.pending.nextTimeUs, this.nowUs);
    return nextUs === Infinity || nextUs > this.untilUs ? undefined : nextUs;
  }

  /** Makes one step. False when there is none left within the run's length, or when a limit was reached. */
  step(): boolean {
    if (this.limit !== '') return false;
    if (this.interventionCount < this.plan.interventions.length && this.intervene()) return true;
    this.away?.();
    const { list } = this;
    if (list.size <= this.sleeperCount && isAsleep(this)) return false;
    const next = list.pop(this.lastDueUs);
    if (next === undefined) return false;
    this.advanceTo(list.poppedTimeUs);
    this.take(next, list.poppedPriority, '');
    return true;
  }

  /** Moves the clock to the time of the next step; what is overdue happens now. */
  advanceTo(timeUs: number): void {
    if (timeUs > this.nowUs) this.clock[0] = timeUs;
  }

  /** Makes the step of a message that was taken from the pending ones. */
  take(pending: Pending, priority: number, intervention: string): void {
    if (priority === faultPriority) performFault(this, pending, intervention);
    else this.receive(pending, intervention);
  }

  /** Lets a node receive a message: the one thing a step does. */
  receive(pending: Pending, intervention: string): void {
    const { node, wire } = pending;
    this.beginStep(pending, intervention);
    if (this.plan.hasLoss && pending.name === lossName) {
      loseOnWire(this, pending);
      return;
    }
    if (wire >= 0 && pending.kind !== 'ack') this.counters.arrive(wire);
    const station = this.stations[node];
    assert(station !== undefined, 'A message goes to a node of the flow.');
    station.behaviour.receive(station.state, asMessage(pending), station.context, station.plan);
    if ((this.stepCount & 255) === 0 && this.list.size > mostPending) this.limit = 'pending';
  }

  /** Counts and hashes a step before it has its effect. */
  beginStep(pending: Pending, intervention: string): void {
    this.stepCount += 1;
    const { node, event, wire } = pending;
    const timeUs = this.nowUs;
    this.lastStepUs[node] = timeUs;
    this.hash.addStep(timeUs, node * 16 + codeOf(pending), wire, event === null ? 0 : event.number);
    if (this.draft !== null) this.draft.entry = entryOf(this, pending, intervention);
    if (this.listener !== null) this.listener.begin(pending);
  }

  /** Hashes and tells a transition that was taken. */
  note(edge: LifecycleEdge): void {
    this.hash.addCode(edge.index + 101);
    const { letter, from, to } = edge;
    if (this.listener !== null) this.listener.enter?.(from, to);
    if (this.draft !== null) this.draft.transitions.push({ letter, from, to });
  }

  /** `node` is −1 for what happened at no node, `wire` for what happened on no wire in particular. */
  record(code: FactNumber, event: FlowEvent | null, detail: string, node = -1, wire = -1): void {
    this.counters.count(code, event === null ? -1 : event.type, node);
    if (wire >= 0) this.counters.fail(wire);
    if (code === fact.worked && event !== null) {
      this.metrics.observeType(event.type, this.nowUs - event.timeUs);
    }
    this.hash.addCode(event === null ? code + 1 : code + 1 + 64 * event.number);
    if (this.listener !== null) this.listener.record(code, event, node, detail);
    if (this.draft !== null) noteFact(this.draft, code, event, detail, wire);
  }

  newCall(): number {
    this.callCount += 1;
    return this.callCount;
  }

  newEvent(source: number, type: number, subject: string, data: Json, cause: FlowEvent | null): FlowEvent {
    this.eventCount += 1;
    const event = new FlowEventRecord(this.eventCount, type, source, subject, this.nowUs, data, cause);
    if (this.draft !== null) this.draft.born.push(event);
    return event;
  }

  /** Puts a message among the pending ones. Returns its number, by which it can be cancelled. */
  push(pending: Pending, dueUs: number, priority = 0): number {
    const id = this.list.push(pending, dueUs, priority);
    pending.id = id;
    if (dueUs === Infinity) this.sleeperCount += 1;
    if (this.listener !== null) this.listener.send(pending, dueUs);
    if (this.draft !== null) this.tellSent(this.draft, pending, dueUs);
    return id;
  }

  /** The same for a message that is due at once, as most are. */
  pushDue(pending: Pending): number {
    const id = this.list.pushDue(pending);
    pending.id = id;
    if (this.listener !== null) this.listener.send(pending, this.nowUs);
    if (this.draft !== null) this.tellSent(this.draft, pending, this.nowUs);
    return id;
  }

  snapshot(): Snapshot {
    this.away?.();
    const tally: Tally = { entries: 0 };
    const states = this.stations.map(({ state }) => cloneState(state, tally));
    return {
      stepCount: this.stepCount,
      nowUs: this.nowUs,
      eventCount: this.eventCount,
      interventionCount: this.interventionCount,
      limit: this.limit,
      callCount: this.callCount,
      pending: this.list.clone(),
      lifecycles: this.lifecycles.clone(),
      metrics: this.metrics.clone(),
      hash: this.hash.clone(),
      counters: this.counters.clone(),
      streams: this.streams.clone(),
      lastArrivalUs: this.lastArrivalUs.slice(),
      lastStepUs: this.lastStepUs.slice(),
      states,
      entries: tally.entries,
      cuts: this.cuts.clone(),
      sleeperCount: this.sleeperCount,
    };
  }

  /** Continues from a snapshot exactly as the run continued from there. The snapshot stays usable. */
  restore(snapshot: Snapshot): void {
    this.away = null;
    this.stepCount = snapshot.stepCount;
    this.clock[0] = snapshot.nowUs;
    this.eventCount = snapshot.eventCount;
    this.interventionCount = snapshot.interventionCount;
    this.limit = snapshot.limit;
    this.callCount = snapshot.callCount;
    this.list = snapshot.pending.clone(this.clock);
    this.lifecycles.restore(snapshot.lifecycles);
    this.metrics.restore(snapshot.metrics);
    this.hash = snapshot.hash.clone();
    this.counters.restore(snapshot.counters);
    this.streams.restore(snapshot.streams);
    this.lastArrivalUs = snapshot.lastArrivalUs.slice();
    this.lastStepUs = snapshot.lastStepUs.slice();
    for (const [node, station] of this.stations.entries()) station.state = cloneState(snapshot.states[node]);
    this.cuts = snapshot.cuts.clone();
    this.sleeperCount = snapshot.sleeperCount;
  }

  /** Lets a person act, if it is his turn. False when nothing came of it. */
  private intervene(): boolean {
    for (let next = nextIntervention(this); next !== null; next = nextIntervention(this)) {
      if (performIntervention(this, next)) return true;
    }
    return false;
  }

  private tellSent(draft: EntryDraft, pending: Pending, dueUs: number): void {
    const flight = flightOf(pending, this.nowUs, dueUs, this.plan.wires);
    if (flight !== null) draft.sent.push(flight);
  }
}
