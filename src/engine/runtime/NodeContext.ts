import { assert } from '#engine/kernel/assert';
import type { Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import type { Clock } from '#engine/kernel/EventList';
import { fact, type FactNumber } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import type { Gauge, Measure } from '#engine/model/measures';
import type { CallStack, FlowEvent, Operation, Outcome } from '#engine/model/messages';
import type { Context, NodeSetup } from '#engine/model/NodeKind';
import type { WirePlan } from './FlowPlan';
import type { LifecyclePage } from './LifecyclePage';
import type { Metrics } from './Metrics';
import { Pending } from './Pending';
import type { Simulation } from './Simulation';
import { lossName, outgoing, sendBack, sendForward } from './wireTraffic';

/** What a node can do to the world: one context per node, all on one simulation. */
export class NodeContext implements Context {
  readonly setup: NodeSetup;
  private readonly node: number;
  private readonly simulation: Simulation;
  private readonly chooser: Chooser;
  private readonly page: LifecyclePage;
  private readonly metrics: Metrics;
  private readonly clock: Clock;

  constructor(simulation: Simulation, setup: NodeSetup, chooser: Chooser) {
    this.simulation = simulation;
    this.setup = setup;
    this.node = setup.index;
    this.chooser = chooser;
    this.page = simulation.lifecycles.page(setup.index);
    this.metrics = simulation.metrics;
    this.clock = simulation.clock;
  }

  get now(): number {
    return this.clock[0] ?? 0;
  }

  get step(): number {
    return this.simulation.stepCount;
  }

  get lifecycle(): string {
    return this.page.name;
  }

  transition(letter: string): void {
    const { simulation } = this;
    simulation.note(this.page.take(letter, simulation.stepCount));
  }

  moveTo(state: string): void {
    if (this.page.name === state) return;
    const { simulation } = this;
    simulation.note(this.page.moveTo(state, simulation.stepCount));
  }

  publish(wire: number, event: FlowEvent, call: number, stack: CallStack, reason: string): void {
    const pending = outgoing(this.simulation, 'publish', wire, event, '');
    pending.call = call;
    pending.stack = stack;
    pending.text = reason;
    this.send(pending, wire);
  }

  deliver(
    wire: number,
    event: FlowEvent,
    call: number,
    stack: CallStack,
    attempt: number,
    inline: boolean,
  ): void {
    const pending = outgoing(this.simulation, 'deliver', wire, event, '');
    pending.call = call;
    pending.stack = stack;
    pending.attempt = attempt;
    pending.inline = inline;
    this.send(pending, wire);
  }

  access(
    wire: number,
    event: FlowEvent,
    call: number,
    stack: CallStack,
    operation: Operation,
    key: string,
    value: Json,
  ): void {
    const pending = outgoing(this.simulation, 'access', wire, event, operation);
    pending.call = call;
    pending.stack = stack;
    pending.text = key;
    pending.value = value;
    this.send(pending, wire);
  }

  answer(wire: number, call: number, outcome: Outcome, event: FlowEvent | null, value: Json): void {
    const { simulation } = this;
    const ackLoss = simulation.plan.wires[wire]?.ackLoss ?? 0;
    // Without a call it is no answer but the connection itself, opening or closing.
    if (ackLoss > 0 && call !== 0 && this.chooser.chance(ackLoss)) {
      simulation.record(fact['ack-lost'], event, outcome);
      sendBack(simulation, wire, call, 'vanished', event, outcome);
    } else sendBack(simulation, wire, call, outcome, event, value);
  }

  schedule(
    kind: 'start' | 'finish' | 'timer',
    delayUs: number,
    name: string,
    event: FlowEvent | null,
    tag = 0,
  ): number {
    const { simulation } = this;
    const pending = new Pending(kind, this.node, -1, event, name, simulation.stepCount);
    pending.call = tag;
    return delayUs === 0 ? simulation.pushDue(pending) : simulation.push(pending, this.now + delayUs);
  }

  cancel(id: number): void {
    this.simulation.pending.cancel(id);
  }

  newCall(): number {
    return this.simulation.newCall();
  }

  newEvent(type: number, subject: string, data: Json, cause: FlowEvent | null): FlowEvent {
    return this.simulation.newEvent(this.node, type, subject, data, cause);
  }

  sample(distribution: Distribution): number {
    return this.chooser.sample(distribution);
  }

  chance(probability: number): boolean {
    return this.chooser.chance(probability);
  }

  pick(n: number): number {
    return this.chooser.pick(n);
  }

  random(): number {
    return this.chooser.next();
  }

  pickWeighted(weights: readonly number[]): number {
    return this.chooser.pickWeighted(weights);
  }

  record(code: FactNumber, event: FlowEvent | null, detail = '', wire = -1): void {
    this.simulation.record(code, event, detail, this.node, wire);
  }

  observe(measure: Measure, us: number): void {
    this.metrics.observe(this.node, measure, us);
  }

  level(gauge: Gauge, count: number): void {
    this.metrics.level(this.node, gauge, count);
  }

  private send(pending: Pending, wire: number): void {
    const { simulation } = this;
    const plan = simulation.plan.wires[wire];
    assert(plan !== undefined, 'A message travels on a wire of the flow.');
    const latencyUs = plan.fixedLatencyUs >= 0 ? plan.fixedLatencyUs : this.chooser.sample(plan.latency);
    if (plan.loss > 0 || plan.duplication > 0) this.sendUnsafely(pending, latencyUs, plan);
    else sendForward(simulation, pending, latencyUs);
  }

  /** Over a wire that loses or doubles: what will be lost travels all the same, and is gone where it would arrive. */
  private sendUnsafely(pending: Pending, latencyUs: number, { loss, duplication }: WirePlan): void {
    const { chooser, simulation } = this;
    if (chooser.chance(loss)) {
      sendForward(simulation, pending.copy(pending.cause, lossName), latencyUs);
      return;
    }
    sendForward(simulation, pending, latencyUs);
    if (!chooser.chance(duplication)) return;
    simulation.record(fact.duplicated, pending.event, 'on the wire');
    sendForward(simulation, pending.copy(pending.cause), latencyUs);
  }
}
