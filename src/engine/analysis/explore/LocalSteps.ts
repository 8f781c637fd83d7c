import { compileLifecycle } from '#engine/automata/compileLifecycle';
import { assert } from '#engine/kernel/assert';
import { fact, type FactNumber } from '#engine/model/facts';
import type { FaultVerb } from '#engine/model/messages';
import type { StateForm } from '#engine/model/StateForm';
import { cloneState } from '#engine/runtime/cloneState';
import type { FlowPlan, NodePlan } from '#engine/runtime/FlowPlan';
import { lossName } from '#engine/runtime/wireTraffic';
import { asMessage, Pending } from '#engine/runtime/Pending';
import { renamed } from './CanonicalForm';
import { LocalContext, type Noted } from './LocalContext';
import type { LuckTree } from './LuckTree';
import { rangeOf } from './names';
import { noOmissions, type Omissions } from './ObjectForms';
import { Shapes, type MessageShape, type NodeContent, type NodeShape } from './Shapes';
import type { WhatIsRead } from './whatIsRead';

/** What a step comes to. Names are places: first those of the node, then those that the message brought, then new ones. */
export interface Outcome {
  /** What chance decided, in the order in which it was asked. */
  readonly luck: readonly number[];
  /** How likely it is, among all outcomes of the step. */
  readonly weight: number;
  readonly shape: NodeShape;
  readonly names: readonly number[];
  readonly sent: readonly SentShape[];
  /** The highest place among all names, new ones that are forgotten at once included. */
  readonly top: number;
  readonly noted: readonly NotedFact[];
  /** Whether the timer that the node had set longest ago is over or cancelled by now. */
  readonly isOldestGone: boolean;
}

/** A message that a step puts on a lane of a wire: a shape, and by its names what it is about. */
export interface SentShape {
  readonly lane: number;
  readonly shape: number;
  readonly names: readonly number[];
}

/** Something that was recorded, at a node. */
export interface NotedFact {
  readonly code: FactNumber;
  readonly node: number;
  /** Index of the event type, or −1. */
  readonly type: number;
  readonly key: string;
  /** The place of the event's name, or −1. */
  readonly place: number;
}

interface Local {
  readonly planned: NodePlan;
  readonly context: LocalContext;
  readonly omissions: Omissions;
  readonly isClocked: boolean;
}

/** What can befall a node, numbered for the table of its steps. */
const verbs: readonly FaultVerb[] = ['crash', 'revive', 'pause', 'resume', 'slow', 'restore'];

const digit = 64;

/** So many outcomes of one step are worked out, each with what it sends and records; and so many once it was too much. */
const mostParts = 2 ** 18;
const fewParts = 2 ** 12;

/**
 * Steps of single nodes, each worked out once by the kinds themselves. What a step does depends on nothing but the node
 * that makes it and what it receives, so that two configurations in which both are the same share it.
 */
export class LocalSteps {
  readonly shapes = new Shapes();
  /** How many steps the kinds were asked for. */
  computed = 0;
  private readonly locals: readonly Local[];
  private readonly luck: LuckTree;

  constructor(plan: FlowPlan, read: WhatIsRead, luck: LuckTree) {
    this.luck = luck;
    this.locals = plan.nodes.map((planned): Local => {
      const { form } = planned.behaviour;
      const isClocked = form?.readsClock(planned.plan) ?? true;
      const table = compileLifecycle(planned.kind.automaton);
      const keeps = { ...read, clock: isClocked, delays: luck.keepsDelays };
      const context = new LocalContext(plan, planned.setup, table, this.luck, keeps);
      return { planned, context, omissions: omissionsOf(planned, form), isClocked };
    });
  }

  /** Whether some step had more outcomes of chance than were worked out. */
  get isCut(): boolean {
    return this.luck.isCut;
  }

  /** Forgets which steps were worked out, some of which nobody made. */
  forget(): void {
    for (const { steps } of this.shapes.nodes) steps.clear();
  }

  /** What a node does before the first step, for every outcome of chance. */
  begin(node: number): readonly Outcome[] {
    const { planned } = this.local(node);
    const { behaviour } = planned;
    const state = behaviour.initialState(planned.plan);
    const lifecycle = planned.kind.automaton.states.indexOf(planned.kind.automaton.initial);
    const blank: NodeContent = { state, lifecycle, timers: [], levels: [0, 0, 0], now: 0 };
    return this.outcomes(node, blank, 0, 0, (copy, context) => behaviour.begin(copy, context, planned.plan));
  }

  /** One of the node's own timers is over. */
  timer(shape: NodeShape, index: number): readonly Outcome[] {
    const known = shape.steps.get(-1 - index);
    if (known !== undefined) return known;
    const timer = shape.content.timers[index];
    assert(timer !== undefined, 'A node is told of timers that it has.');
    const { planned, isClocked } = this.local(shape.node);
    const message = new Pending(timer.kind, shape.node, -1, timer.event, timer.name, 0);
    message.id = timer.id;
    message.call = timer.tag;
    const now = isClocked ? Math.max(shape.content.now, timer.dueUs) : 0;
    const found = this.outcomes(shape.node, shape.content, shape.nameCount, now, (copy, context) => {
      context.cancel(timer.id);
      planned.behaviour.receive(copy, asMessage(message), context, planned.plan);
    });
    shape.steps.set(-1 - index, found);
    return found;
  }

  /** Something befalls a node. */
  befall(shape: NodeShape, verb: FaultVerb): readonly Outcome[] {
    const key = -1e6 - verbs.indexOf(verb);
    const known = shape.steps.get(key);
    if (known !== undefined) return known;
    const { planned } = this.local(shape.node);
    const message = new Pending('fault', shape.node, -1, null, verb, 0);
    const { content, nameCount } = shape;
    const found = this.outcomes(shape.node, content, nameCount, content.now, (copy, context) =>
      planned.behaviour.receive(copy, asMessage(message), context, planned.plan),
    );
    shape.steps.set(key, found);
    return found;
  }

  /**
   * The first message of a lane arrives, or is lost where it would. `places` says for each of its names which of the
   * names of the node it is, or −1.
   */
  message(
    shape: NodeShape,
    lane: number,
    message: MessageShape,
    places: readonly number[],
    isLost: boolean,
  ): readonly Outcome[] {
    const key = keyOf(lane, message.id, places, isLost);
    const known = shape.steps.get(key);
    if (known !== undefined) return known;
    let joint = shape.nameCount;
    const brought = places.map((place) => (place < 0 ? joint++ : place));
    const pending = this.pendingOf(message, brought, lane, shape.node);
    const { content } = shape;
    const found = this.outcomes(shape.node, content, joint, content.now, (copy, context) => {
      const { planned } = this.local(shape.node);
      const isGone = isLost || (pending.name === lossName && pending.kind !== 'ack');
      if (isGone) lose(pending, context);
      else planned.behaviour.receive(copy, asMessage(pending), context, planned.plan);
    });
    shape.steps.set(key, found);
    return found;
  }

  private local(node: number): Local {
    const local = this.locals[node];
    assert(local !== undefined, 'A step is made by a node of the flow.');
    return local;
  }

  private pendingOf(message: MessageShape, places: readonly number[], lane: number, node: number): Pending {
    // The shape of a message has the fields of one.
    const content = renamed(message.content, (name, range) => {
      return range + (places[name - range] ?? 0);
    }) as MessageShape['content'];
    const pending = new Pending(content.kind, node, lane >> 1, content.event, content.name, 0);
    return Object.assign(pending, content);
  }

  private outcomes(
    node: number,
    content: NodeContent,
    nameCount: number,
    now: number,
    perform: (state: unknown, context: LocalContext) => void,
  ): readonly Outcome[] {
    const { context } = this.local(node);
    // Luck that makes no difference is no choice.
    const found = new Map<string, Outcome>();
    this.luck.reset();
    let left = this.luck.isCut ? fewParts : mostParts;
    for (;;) {
      const state = cloneState(content.state);
      context.open(content.lifecycle, content.timers, content.levels, nameCount, now);
      perform(state, context);
      this.computed += 1;
      const oldest = content.timers[0]?.id;
      const isOldestGone = !context.timers.some(({ id }) => id === oldest);
      const outcome = { ...this.outcome(node, state, context), isOldestGone };
      const { shape, names, sent, noted } = outcome;
      left -= 1 + sent.length + noted.length;
      const hasMore = this.luck.turn(left <= 0);
      if (!hasMore && found.size === 0) return [outcome];
      const key = JSON.stringify([shape.id, names, sent, noted, isOldestGone]);
      const same = found.get(key);
      found.set(key, same === undefined ? outcome : { ...same, weight: same.weight + outcome.weight });
      if (!hasMore) return [...found.values()];
    }
  }

  private outcome(node: number, state: unknown, context: LocalContext): Omit<Outcome, 'isOldestGone'> {
    const { planned, omissions } = this.local(node);
    const { timers, levels, now } = context;
    const content = { state, lifecycle: context.lifecycleState, timers, levels, now };
    const accepting = planned.kind.automaton.accepting.includes(context.lifecycle);
    const isSettled = accepting && planned.behaviour.isSettled(state);
    const named = this.shapes.node(node, content, omissions, () => isSettled);
    return {
      luck: [...this.luck.luck],
      weight: this.luck.weight,
      shape: named.shape,
      names: named.names.map(placeOf),
      sent: context.sent.map(({ lane, message }) => {
        const sent = this.shapes.message(message);
        return { lane, shape: sent.shape.id, names: sent.names.map(placeOf) };
      }),
      top: context.nextName,
      noted: context.noted.map((one) => notedFact(one, node)),
    };
  }
}

const placeOf = (name: number) => name - rangeOf(name);

function notedFact({ code, event }: Noted, node: number): NotedFact {
  if (event === null) return { code, node, type: -1, key: '', place: -1 };
  return { code, node, type: event.type, key: event.subject, place: placeOf(event.number) };
}

/** As `loseOnWire`: the books of whoever waits for an answer learn of it. */
function lose(pending: Pending, context: LocalContext): void {
  const { kind, wire, call, event } = pending;
  if (kind === 'ack') {
    context.record(fact['ack-lost'], event);
    context.sendBack(wire, call, 'vanished', event, pending.name);
    return;
  }
  context.record(fact.lost, event);
  if (call !== 0) context.sendBack(wire, call, 'vanished', event, null);
}

function keyOf(lane: number, message: number, places: readonly number[], isLost: boolean): number | string {
  const isLong = lane >= 4096 || places.length > 3 || places.some((place) => place >= digit - 1);
  if (isLong) return `${lane} ${message} ${isLost} ${places.join(' ')}`;
  let key = message * 2 + (isLost ? 1 : 0);
  for (let index = 0; index < 3; index += 1) key = key * digit + (places[index] ?? -1) + 1;
  return key * 4096 + lane;
}

function omissionsOf({ plan }: NodePlan, form: StateForm | undefined): Omissions {
  if (form === undefined) return noOmissions;
  const inner = new Set([...form.innerStatistics, ...(form.omitsOf?.(plan) ?? [])]);
  const { statistics, orders, opaque = [] } = form;
  const parents = new Set(
    [...inner].filter((one) => one.includes('.')).map((one) => one.split('.')[0] ?? ''),
  );
  return { statistics: new Set(statistics), inner, parents, orders, opaque: new Set(opaque) };
}
