import type { Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import type { Context, FactCode, NewEvent, NodeSetup } from '#engine/model/NodeKind';
import type { Access, Ack, Deliver, FlowEvent, Publish, Timer } from '#engine/model/messages';
import type { Simulation } from './Simulation';

/** What a node can do to the world: one context per node, all on one simulation. */
export class NodeContext implements Context {
  readonly setup: NodeSetup;
  private readonly simulation: Simulation;
  private readonly chooser: Chooser;

  constructor(simulation: Simulation, setup: NodeSetup, chooser: Chooser) {
    this.simulation = simulation;
    this.setup = setup;
    this.chooser = chooser;
  }

  get now(): number {
    return this.simulation.nowUs;
  }

  get lifecycle(): string {
    return this.simulation.lifecycles.stateOf(this.setup.index);
  }

  transition(letter: string): void {
    this.simulation.transition(this.setup.index, letter);
  }

  publish(wire: number, body: Publish): void {
    this.simulation.sendForward({ kind: 'publish', wire, body }, this.latencyUs(wire));
  }

  deliver(wire: number, body: Deliver): void {
    this.simulation.sendForward({ kind: 'deliver', wire, body }, this.latencyUs(wire));
  }

  access(wire: number, body: Access): void {
    this.simulation.sendForward({ kind: 'access', wire, body }, this.latencyUs(wire));
  }

  answer(wire: number, body: Ack): void {
    this.simulation.sendBack({ kind: 'ack', wire, body });
  }

  schedule(
    kind: 'start' | 'finish' | 'timer',
    delayUs: number,
    name: string,
    event: FlowEvent | null,
  ): number {
    const body: Timer = { name, id: this.simulation.nextSequence(), event };
    return this.simulation.sendToSelf({ kind, wire: -1, body }, this.setup.index, delayUs);
  }

  cancel(id: number): void {
    this.simulation.pending.cancel(id);
  }

  newCall(): number {
    return this.simulation.newCall();
  }

  newEvent(event: NewEvent): FlowEvent {
    return this.simulation.newEvent(this.setup.index, event);
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

  pickWeighted(weights: readonly number[]): number {
    return this.chooser.pickWeighted(weights);
  }

  record(code: FactCode, event: FlowEvent | null, detail = ''): void {
    this.simulation.record(code, event, detail);
  }

  observe(measure: 'response' | 'wait', us: number): void {
    this.simulation.metrics.observe(this.setup.index, measure, us, this.simulation.nowUs);
  }

  private latencyUs(wire: number): number {
    const law = this.simulation.plan.wires[wire]?.latency;
    return law === undefined ? 0 : this.chooser.sample(law);
  }
}
