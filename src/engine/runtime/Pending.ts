import type { Json } from '#engine/model/Json';
import {
  emptyStack,
  type CallStack,
  type Chosen,
  type FlowEvent,
  type HandMade,
  type Message,
  type MessageKind,
  type Operation,
  type Outcome,
} from '#engine/model/messages';
import { tokenOf } from '#engine/model/tokens';
import type { WirePlan } from './FlowPlan';
import type { Flight } from './Trace';

interface Rest {
  stack: CallStack;
  inline: boolean;
  text: string;
  value: Json | HandMade;
}

/**
 * A message that waits to be received: with its due time and number it makes a pending step. One class for every
 * kind of message, with the fields of all: a step takes a few dozen nanoseconds, and objects of many shapes would
 * double that. `asMessage` gives the narrow view that its receiver sees.
 */
export class Pending {
  readonly kind: MessageKind;
  /** The node that will receive it. */
  readonly node: number;
  readonly wire: number;
  readonly event: FlowEvent | null;
  /** Timer name, ack outcome, access operation or fault verb; empty otherwise. */
  readonly name: string;
  /** The step that sent it. */
  readonly cause: number;
  /** Its number among the pending ones, when it became one. */
  id = 0;
  call = 0;
  /** Of a delivery, from 1; of a scheduled fault, the how many-th time it begins or ends. */
  attempt = 0;
  /** What few messages have; null for those that have nothing of it. */
  private rest: Rest | null = null;

  constructor(
    kind: MessageKind,
    node: number,
    wire: number,
    event: FlowEvent | null,
    name: string,
    cause: number,
  ) {
    this.kind = kind;
    this.node = node;
    this.wire = wire;
    this.event = event;
    this.name = name;
    this.cause = cause;
  }

  get stack(): CallStack {
    return this.rest === null ? emptyStack : this.rest.stack;
  }

  set stack(stack: CallStack) {
    if (stack !== emptyStack) this.getRest().stack = stack;
  }

  get inline(): boolean {
    return this.rest !== null && this.rest.inline;
  }

  set inline(inline: boolean) {
    if (inline) this.getRest().inline = true;
  }

  /**
   * Of a publish: why it comes as a dead letter, empty when it does not. Of an access: the key. Of a fault that the
   * document makes: its id there.
   */
  get text(): string {
    return this.rest === null ? '' : this.rest.text;
  }

  set text(text: string) {
    if (text !== '') this.getRest().text = text;
  }

  /** Of an access or ack: the value. Of a fault that publishes: what. Of one that slows down: how many times. */
  get value(): Json | HandMade {
    return this.rest === null ? null : this.rest.value;
  }

  set value(value: Json | HandMade) {
    if (value !== null) this.getRest().value = value;
  }

  get outcome(): Outcome {
    return this.name as Outcome; // Only asked of an ack, whose name it is.
  }

  get operation(): Operation {
    return this.name as Operation; // Only asked of an access, whose name it is.
  }

  get tag(): number {
    return this.call; // Nobody answers what a node sends to itself.
  }

  get verb(): string {
    return this.name;
  }

  get reason(): string {
    return this.text;
  }

  get key(): string {
    return this.text;
  }

  get publish(): HandMade | null {
    return this.value as HandMade | null; // Only asked of a fault, which has no other value.
  }

  get chosen(): Chosen | null {
    return this.value as unknown as Chosen | null; // Only asked of the act that has one.
  }

  get factor(): number {
    return typeof this.value === 'number' ? this.value : 1;
  }

  /** The same message once more, sent by a later step. */
  copy(cause: number, name = this.name): Pending {
    const copy = new Pending(this.kind, this.node, this.wire, this.event, name, cause);
    copy.call = this.call;
    copy.attempt = this.attempt;
    if (this.rest !== null) copy.rest = { ...this.rest };
    return copy;
  }

  private getRest(): Rest {
    this.rest ??= { stack: emptyStack, inline: false, text: '', value: null };
    return this.rest;
  }
}

/** The message as its receiver sees it: whoever made it filled the fields of its kind. */
export function asMessage(pending: Pending): Message {
  return pending as unknown as Message; // See above: the kind says which fields mean something.
}

/** Whether a message travels along a wire, and so has a token on the canvas. */
export function isFlight(kind: MessageKind): kind is Flight['kind'] {
  return kind === 'publish' || kind === 'deliver' || kind === 'access' || kind === 'ack';
}

/** The picture of a message under way, or null for what a node sends to itself. */
export function flightOf(
  pending: Pending,
  departUs: number,
  arriveUs: number,
  wires: readonly WirePlan[],
): Flight | null {
  const { kind, event, wire } = pending;
  if (!isFlight(kind) || wire < 0) return null;
  return {
    id: pending.id,
    wire,
    kind,
    token: event === null ? null : tokenOf(event),
    departUs,
    arriveUs,
    isCall: wires[wire]?.isCall ?? false,
    isDeadLetter: kind === 'publish' && pending.text !== '',
    isBad: kind === 'ack' && pending.name !== 'done' && pending.name !== 'accepted',
  };
}

/** A small number for what kind of message it is and, of an answer, what it says: for the trace hash. */
export function codeOf({ kind, name }: Pending): number {
  switch (kind) {
    case 'publish':
      return 1;
    case 'deliver':
      return 2;
    case 'start':
      return 3;
    case 'finish':
      return 4;
    case 'timer':
      return 5;
    case 'ack':
      return outcomeCode(name);
    case 'access':
      return 6;
    case 'fault':
      return 7;
  }
}

function outcomeCode(outcome: string): number {
  if (outcome === 'done') return 8;
  if (outcome === 'accepted') return 9;
  if (outcome === 'refused') return 10;
  if (outcome === 'failed') return 11;
  return outcome === 'lost' ? 12 : 13;
}
