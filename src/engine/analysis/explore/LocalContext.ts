import type { LifecycleTable } from '#engine/automata/compileLifecycle';
import { AssertionFailure } from '#engine/kernel/assert';
import type { Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import { fact, type FactNumber } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import type { Gauge } from '#engine/model/measures';
import type { CallStack, FlowEvent, Operation, Outcome } from '#engine/model/messages';
import type { Context, NodeSetup } from '#engine/model/NodeKind';
import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { lossName } from '#engine/runtime/wireTraffic';
import { Pending } from '#engine/runtime/Pending';
import { firstCall, firstEvent, firstTimer } from './names';
import type { WhatIsRead } from './whatIsRead';

/** A message to oneself that waits for its time. */
export interface OwnTimer {
  readonly id: number;
  readonly kind: 'start' | 'finish' | 'timer';
  readonly name: string;
  readonly event: FlowEvent | null;
  readonly tag: number;
  /** In microseconds of the node's own clock; 0 where nobody reads clocks. */
  readonly dueUs: number;
}

/** Something that was recorded while a step was made. */
export interface Noted {
  readonly code: FactNumber;
  readonly event: FlowEvent | null;
}

/** A message that a step put on a wire. Lane 2w goes along wire w, lane 2w + 1 back. */
export interface Sent {
  readonly lane: number;
  readonly message: Pending;
}

/**
 * What one node can do to the world during one step that is looked at by itself: everything it does is gathered here.
 * It does what `NodeContext` does, without time: what that puts among pending steps stands in a lane or in `timers`.
 */
export class LocalContext implements Context {
  readonly setup: NodeSetup;
  /** Steps are not counted where every order of them is looked at. */
  readonly step = 0;
  now = 0;
  timers: OwnTimer[] = [];
  sent: Sent[] = [];
  noted: Noted[] = [];
  levels: number[] = [0, 0, 0];
  /** Where the next new name is taken from. */
  nextName = 0;
  private lastTimer = firstTimer;
  private state = 0;
  private readonly plan: FlowPlan;
  private readonly table: LifecycleTable;
  private readonly chooser: Chooser;
  private readonly isClocked: boolean;
  private readonly keptKeys: WhatIsRead['keys'];
  private readonly keepsData: boolean;
  private readonly keepsSources: boolean;
  private readonly keepsDelays: boolean;

  constructor(
    plan: FlowPlan,
    setup: NodeSetup,
    table: LifecycleTable,
    chooser: Chooser,
    keeps: { readonly clock: boolean; readonly delays: boolean } & WhatIsRead,
  ) {
    this.plan = plan;
    this.setup = setup;
    this.table = table;
    this.chooser = chooser;
    this.isClocked = keeps.clock;
    this.keptKeys = keeps.keys;
    this.keepsData = keeps.data;
    this.keepsSources = keeps.sources;
    this.keepsDelays = keeps.delays;
  }

  /** Stands where a node stands before a step. */
  open(
    state: number,
    timers: readonly OwnTimer[],
    levels: readonly number[],
    nextName: number,
    now: number,
  ): void {
    this.state = state;
    this.timers = [...timers];
    this.lastTimer = timers.reduce((last, { id }) => Math.max(last, id), firstTimer);
    this.levels = [...levels];
    this.sent = [];
    this.noted = [];
    this.nextName = nextName;
    this.now = now;
  }

  /** The place of the present lifecycle state in the table. */
  get lifecycleState(): number {
    return this.state;
  }

  get lifecycle(): string {
    return this.table.lifecycle.states[this.state] ?? '';
  }

  transition(letter: string): void {
    this.follow((edge) => edge.letter === letter, letter);
  }

  moveTo(state: string): void {
    if (this.lifecycle !== state) this.follow((edge) => edge.to === state, state);
  }

  publish(wire: number, event: FlowEvent, call: number, stack: CallStack, reason: string): void {
    const message = this.outgoing('publish', wire, event, '');
    message.call = call;
    message.stack = stack;
    message.text = reason;
    this.send(message, wire);
  }

  deliver(
    wire: number,
    event: FlowEvent,
    call: number,
    stack: CallStack,
    attempt: number,
    inline: boolean,
  ): void {
    const message = this.outgoing('deliver', wire, event, '');
    message.call = call;
    message.stack = stack;
    message.attempt = attempt;
    message.inline = inline;
    this.send(message, wire);
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
    const message = this.outgoing('access', wire, event, operation);
    message.call = call;
    message.stack = stack;
    message.text = key;
    message.value = value;
    this.send(message, wire);
  }

  answer(wire: number, call: number, outcome: Outcome, event: FlowEvent | null, value: Json): void {
    const ackLoss = this.plan.wires[wire]?.ackLoss ?? 0;
    const isLost = ackLoss > 0 && call !== 0 && this.chooser.chance(ackLoss);
    if (isLost) this.record(fact['ack-lost'], event);
    this.sendBack(wire, call, isLost ? 'vanished' : outcome, event, isLost ? outcome : value);
  }

  sendBack(wire: number, call: number, outcome: Outcome, event: FlowEvent | null, value: Json): void {
    const message = new Pending('ack', this.plan.wires[wire]?.from ?? 0, wire, event, outcome, 0);
    message.call = call;
    message.value = value;
    this.sent.push({ lane: 2 * wire + 1, message });
  }

  schedule(
    kind: 'start' | 'finish' | 'timer',
    delayUs: number,
    name: string,
    event: FlowEvent | null,
    tag = 0,
  ): number {
    this.lastTimer += 1;
    const dueUs = this.isClocked || this.keepsDelays ? this.now + delayUs : 0;
    this.timers.push({ id: this.lastTimer, kind, name, event, tag, dueUs });
    return this.lastTimer;
  }

  cancel(id: number): void {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  }

  newCall(): number {
    this.nextName += 1;
    return firstCall + this.nextName - 1;
  }

  newEvent(type: number, subject: string, data: Json): FlowEvent {
    this.nextName += 1;
    return new FlowEventRecord(
      firstEvent + this.nextName - 1,
      type,
      this.keepsSources ? this.setup.index : 0,
      this.keptKeys === 'all' || this.keptKeys.has(subject) ? subject : '',
      0,
      this.keepsData ? data : null,
      null,
    );
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

  record(code: FactNumber, event: FlowEvent | null): void {
    this.noted.push({ code, event });
  }

  observe(): void {
    // How long something took is no part of a world without time.
  }

  level(gauge: Gauge, count: number): void {
    this.levels[gauge] = count;
  }

  private follow(isIt: (edge: LifecycleTable['edges'][number][number]) => boolean, goal: string): void {
    const edge = this.table.edges[this.state]?.find(isIt);
    if (edge === undefined) {
      throw new AssertionFailure(`Node ${this.setup.id} cannot go from ${this.lifecycle} by or to ${goal}.`);
    }
    this.state = edge.toIndex;
  }

  private outgoing(
    kind: 'publish' | 'deliver' | 'access',
    wire: number,
    event: FlowEvent,
    name: string,
  ): Pending {
    return new Pending(kind, this.plan.wires[wire]?.to ?? 0, wire, event, name, 0);
  }

  private send(message: Pending, wire: number): void {
    const { loss, duplication } = this.plan.wires[wire] ?? { loss: 0, duplication: 0 };
    const lane = 2 * wire;
    if (this.chooser.chance(loss)) {
      this.sent.push({ lane, message: message.copy(0, lossName) });
      return;
    }
    this.sent.push({ lane, message });
    if (!this.chooser.chance(duplication)) return;
    this.record(fact.duplicated, message.event);
    this.sent.push({ lane, message: message.copy(0) });
  }
}
