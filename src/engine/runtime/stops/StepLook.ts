import { fact, type FactNumber } from '#engine/model/facts';
import { gauge } from '#engine/model/measures';
import type { FlowEvent } from '#engine/model/messages';
import { Pending } from '../Pending';
import type { Simulation } from '../Simulation';
import type { StepListener } from '../StepListener';

const none: readonly string[] = [];
const nothingYet = new Pending('timer', -1, -1, null, '', 0);

/** What the step just made was about, noted while it was made. */
export class StepLook implements StepListener {
  readonly simulation: Simulation;
  /** The message that a node received. */
  pending: Pending = nothingYet;
  /** Whether an event set out from that node. */
  isSending = false;
  /** States that the node came into, each from another one. */
  readonly states: string[] = [];
  /** Whether a protocol was violated. */
  isViolating = false;
  /** The event that broke one, for what breaks it may be of another step than its arrival. */
  breaker: FlowEvent | null = null;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    simulation.listener = this;
  }

  begin(pending: Pending): void {
    this.pending = pending;
    this.isSending = false;
    this.isViolating = false;
    this.breaker = null;
    if (this.states.length > 0) this.states.length = 0;
  }

  send({ kind, wire }: Pending): void {
    if (kind !== 'publish' && kind !== 'deliver' && kind !== 'access') return;
    if (this.simulation.plan.wires[wire]?.from === this.pending.node) this.isSending = true;
  }

  record(code: FactNumber, event: FlowEvent | null): void {
    if (code !== fact['protocol-violated']) return;
    this.isViolating = true;
    this.breaker = event;
  }

  enter(from: string, to: string): void {
    if (from !== to) this.states.push(to);
  }

  /** Whether this protocol of the node was violated: facts tell of names, which two protocols may share. */
  violates(protocol: string): boolean {
    if (!this.isViolating) return false;
    const { simulation, node } = this;
    const { behaviour, plan } = simulation.plan.nodes[node] ?? {};
    return behaviour?.isBrokenIn?.(simulation.stateOf(node), plan, protocol, simulation.stepCount) === true;
  }

  /** Ids of the protocols that were violated. */
  get violated(): readonly string[] {
    if (!this.isViolating) return none;
    const { protocols } = this.simulation.plan.doc;
    return protocols.flatMap(({ id }) => (this.violates(id) ? [id] : []));
  }

  get node(): number {
    return this.pending.node;
  }

  /** The event that arrived; null when none did. */
  get arrived(): FlowEvent | null {
    const { kind, name, event } = this.pending;
    if (kind === 'publish' || kind === 'deliver') return name === '' ? event : null;
    return kind === 'access' && name !== 'drop' && name !== 'duplicate' ? event : null;
  }

  /** How many wait at a node now, in its queues and at its door. */
  waitingAt(node: number): number {
    const { metrics } = this.simulation;
    return metrics.levelNow(node, gauge.queue) + metrics.levelNow(node, gauge.door);
  }
}
