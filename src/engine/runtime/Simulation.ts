import { assert } from '#engine/kernel/assert';
import { seededChooser } from '#engine/kernel/Chooser';
import { EventList } from '#engine/kernel/EventList';
import { createStreams, type RandomStreams } from '#engine/kernel/RandomStreams';
import { TraceHash } from '#engine/kernel/TraceHash';
import type { FactCode, NewEvent } from '#engine/model/NodeKind';
import type { FlowEvent, Message } from '#engine/model/messages';
import { tokenOf } from '#engine/model/tokens';
import { cloneState } from './cloneState';
import type { EntryDraft } from './EntryDraft';
import type { FlowPlan } from './FlowPlan';
import { nextIntervention, performIntervention } from './interventions';
import { LifecycleBook } from './LifecycleBook';
import { Metrics } from './Metrics';
import { NodeContext } from './NodeContext';
import { flightOf, type Pending } from './Pending';
import type { Snapshot } from './Snapshot';
import { textCode } from './textCode';

/** Most messages that may wait at a time: beyond it the run stops with a report. */
const mostPending = 1_000_000;

/** Made on top of what the limits allow; the run reports it and goes no further. */
export type LimitReached = '' | 'pending' | 'call-depth';

/**
 * One run of a flow, step by step: a pure function of the document (with its seed and interventions) and of
 * how often `step` was called. Everything it knows can be put into a snapshot and taken back from it.
 */
export class Simulation {
  readonly plan: FlowPlan;
  readonly untilUs: number;
  nowUs = 0;
  stepCount = 0;
  eventCount = 0;
  /** How many interventions have been dealt with. */
  interventionCount = 0;
  limit: LimitReached = '';
  pending = new EventList<Pending>();
  lifecycles: LifecycleBook;
  metrics = new Metrics();
  hash = new TraceHash();
  facts: Partial<Record<FactCode, number>> = {};
  /** The entry being written, when somebody wants to read it. */
  draft: EntryDraft | null = null;
  private states: unknown[];
  private readonly streams: RandomStreams;
  private readonly contexts: readonly NodeContext[];
  /** When the last message on each wire arrives: what is sent later never overtakes it. */
  private lastArrivalUs: Float64Array;
  private lastStepUs: Float64Array;
  private callCount = 0;
  private sequence = 0;

  constructor(plan: FlowPlan) {
    this.plan = plan;
    this.untilUs = plan.doc.untilMs === 0 ? Infinity : Math.round(plan.doc.untilMs * 1000);
    this.lifecycles = new LifecycleBook(plan.nodes.map((node) => node.kind.automaton));
    this.streams = createStreams(
      plan.doc.seed,
      plan.nodes.map((node) => node.id),
    );
    this.lastArrivalUs = new Float64Array(plan.wires.length);
    this.lastStepUs = new Float64Array(plan.nodes.length);
    this.states = plan.nodes.map((node) => node.kind.behaviour.initialState(node.plan));
    this.contexts = plan.nodes.map(
      (node, index) => new NodeContext(this, node.setup, seededChooser(this.streams, index)),
    );
    plan.nodes.forEach((node, index) => {
      node.kind.behaviour.begin(this.states[index], this.contextOf(index), node.plan);
    });
  }

  stateOf(node: number): unknown {
    return this.states[node];
  }

  /** When a node last received something: what its picture is of. */
  lastStepUsOf(node: number): number {
    return this.lastStepUs[node] ?? 0;
  }

  /** Virtual time of the next step, or undefined when nothing more will happen. */
  nextTimeUs(): number | undefined {
    const dueUs = this.pending.peekTimeUs();
    const intervention = nextIntervention(this);
    const pendingUs = dueUs === undefined ? Infinity : Math.max(dueUs, this.nowUs);
    const byHandUs = intervention === null ? Infinity : Math.max(intervention.atUs, this.nowUs);
    const nextUs = Math.min(pendingUs, byHandUs);
    return nextUs === Infinity || nextUs > this.untilUs ? undefined : nextUs;
  }

  /** Makes one step. False when there is none left within the run's length, or when a limit was reached. */
  step(): boolean {
    if (this.limit !== '') return false;
    for (;;) {
      const intervention = nextIntervention(this);
      if (intervention === null) break;
      if (performIntervention(this, intervention)) return true;
    }
    const dueUs = this.pending.peekTimeUs();
    if (dueUs === undefined || Math.max(dueUs, this.nowUs) > this.untilUs) return false;
    const pending = this.pending.pop();
    if (pending === undefined) return false;
    this.receive(pending, this.pending.poppedSequence, this.pending.poppedTimeUs, '');
    return true;
  }

  /** Lets a node receive a message: the one thing a step does. */
  receive(pending: Pending, id: number, dueUs: number, intervention: string): void {
    const { message, node } = pending;
    this.beginStep(pending, id, Math.max(this.nowUs, dueUs), intervention);
    const planned = this.plan.nodes[node];
    assert(planned !== undefined, 'A message goes to a node of the flow.');
    planned.kind.behaviour.receive(this.states[node], message, this.contextOf(node), planned.plan);
    if (this.pending.size > mostPending) this.limit = 'pending';
  }

  /** Counts and hashes a step before it has its effect. */
  beginStep(pending: Pending, id: number, timeUs: number, intervention: string): void {
    this.nowUs = timeUs;
    this.stepCount += 1;
    this.lastStepUs[pending.node] = timeUs;
    const { message, node, event, name } = pending;
    const { hash } = this;
    hash.addInt(timeUs);
    hash.addInt(node);
    hash.addInt(textCode(message.kind) ^ textCode(name));
    hash.addInt(message.wire);
    hash.addInt(event === null ? 0 : event.number);
    if (this.draft === null) return;
    this.draft.entry = {
      step: this.stepCount,
      timeUs,
      node,
      kind: message.kind,
      name,
      token: event === null ? null : tokenOf(event),
      wire: message.wire,
      cause: pending.cause,
      flight: id === 0 || flightOf(id, pending, timeUs) === null ? 0 : id,
      intervention,
    };
  }

  transition(node: number, letter: string): void {
    const transition = this.lifecycles.take(node, letter, this.nowUs, this.stepCount);
    this.hash.addInt(textCode(transition.to));
    this.draft?.transitions.push(transition);
  }

  record(code: FactCode, event: FlowEvent | null, detail: string): void {
    this.facts[code] = (this.facts[code] ?? 0) + 1;
    this.hash.addInt(textCode(code));
    this.hash.addInt(event === null ? 0 : event.number);
    this.draft?.facts.push({ code, token: event === null ? null : tokenOf(event), detail });
  }

  newCall(): number {
    this.callCount += 1;
    return this.callCount;
  }

  newEvent(source: number, made: NewEvent): FlowEvent {
    this.eventCount += 1;
    const { cause } = made;
    return Object.freeze({
      number: this.eventCount,
      type: made.type,
      source,
      subject: made.subject,
      timeUs: this.nowUs,
      data: made.data,
      correlation: cause === null ? this.eventCount : cause.correlation,
      causation: cause === null ? 0 : cause.number,
    });
  }

  /** The number that the next message sent will get. */
  nextSequence(): number {
    return this.sequence + 1;
  }

  sendForward(
    message: Extract<Message, { kind: 'publish' | 'deliver' | 'access' }>,
    latencyUs: number,
  ): void {
    const wire = this.plan.wires[message.wire];
    assert(wire !== undefined, 'A message travels on a wire of the flow.');
    const lastUs = this.lastArrivalUs[message.wire] ?? 0;
    const arriveUs = Math.max(this.nowUs + latencyUs, lastUs);
    this.lastArrivalUs[message.wire] = arriveUs;
    this.push(message, wire.to, message.body.event, arriveUs, wire.isCall);
  }

  sendBack(message: Extract<Message, { kind: 'ack' }>): void {
    const wire = this.plan.wires[message.wire];
    assert(wire !== undefined, 'An answer goes back over the wire of its call.');
    this.push(message, wire.from, message.body.event, this.nowUs, wire.isCall);
  }

  sendToSelf(
    message: Extract<Message, { kind: 'start' | 'finish' | 'timer' }>,
    node: number,
    delayUs: number,
  ): number {
    return this.push(message, node, message.body.event, this.nowUs + delayUs, false);
  }

  /** Puts a message that was taken out, or a second copy of it, among the pending ones. */
  push(message: Message, node: number, event: FlowEvent | null, dueUs: number, isCall: boolean): number {
    const name = nameOf(message);
    const pending = { message, node, event, name, cause: this.stepCount, departUs: this.nowUs, isCall };
    this.sequence = this.pending.push(pending, dueUs, 0);
    if (this.draft !== null) {
      const flight = flightOf(this.sequence, pending, dueUs);
      if (flight !== null) this.draft.sent.push(flight);
    }
    return this.sequence;
  }

  snapshot(): Snapshot {
    return {
      stepCount: this.stepCount,
      nowUs: this.nowUs,
      eventCount: this.eventCount,
      interventionCount: this.interventionCount,
      limit: this.limit,
      callCount: this.callCount,
      sequence: this.sequence,
      pending: this.pending.clone(),
      lifecycles: this.lifecycles.clone(),
      metrics: this.metrics.clone(),
      hash: this.hash.clone(),
      facts: { ...this.facts },
      streams: this.streams.clone(),
      lastArrivalUs: this.lastArrivalUs.slice(),
      lastStepUs: this.lastStepUs.slice(),
      states: this.states.map(cloneState),
    };
  }

  /** Continues from a snapshot exactly as the run continued from there. The snapshot stays usable. */
  restore(snapshot: Snapshot): void {
    this.stepCount = snapshot.stepCount;
    this.nowUs = snapshot.nowUs;
    this.eventCount = snapshot.eventCount;
    this.interventionCount = snapshot.interventionCount;
    this.limit = snapshot.limit;
    this.callCount = snapshot.callCount;
    this.sequence = snapshot.sequence;
    this.pending = snapshot.pending.clone();
    this.lifecycles = snapshot.lifecycles.clone();
    this.metrics = snapshot.metrics.clone();
    this.hash = snapshot.hash.clone();
    this.facts = { ...snapshot.facts };
    this.streams.restore(snapshot.streams);
    this.lastArrivalUs = snapshot.lastArrivalUs.slice();
    this.lastStepUs = snapshot.lastStepUs.slice();
    this.states = snapshot.states.map(cloneState);
  }

  private contextOf(node: number): NodeContext {
    const context = this.contexts[node];
    assert(context !== undefined, 'Every node has a context.');
    return context;
  }
}

function nameOf(message: Message): string {
  switch (message.kind) {
    case 'start':
    case 'finish':
    case 'timer':
      return message.body.name;
    case 'ack':
      return message.body.outcome;
    case 'access':
      return message.body.operation;
    case 'fault':
      return message.body.do;
    case 'publish':
    case 'deliver':
      return '';
  }
}
