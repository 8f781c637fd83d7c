import type { Pending } from '#engine/runtime/Pending';
import { CanonicalForm } from './CanonicalForm';
import type { Outcome } from './LocalSteps';
import type { OwnTimer } from './LocalContext';
import { firstCall, rangeOf } from './names';
import { noOmissions, type Omissions } from './ObjectForms';

/** Everything about one node at one moment, apart from which events and calls it speaks of. */
export interface NodeShape {
  readonly id: number;
  readonly node: number;
  /** Plain data in which names are numbered by their place; never changed. */
  readonly content: NodeContent;
  /** How many names it speaks of. */
  readonly nameCount: number;
  readonly isSettled: boolean;
  /** Wires over which it has been asked something that it has not answered for good, as far as its state tells. */
  readonly asked: ReadonlySet<number>;
  /** What its steps come to, by what is received: see `LocalSteps`. */
  readonly steps: Map<number | string, readonly Outcome[]>;
}

/** The moving part of a node. */
export interface NodeContent {
  readonly state: unknown;
  readonly lifecycle: number;
  readonly timers: readonly OwnTimer[];
  /** By gauge: how many wait, how many servers work, as the node last said. */
  readonly levels: readonly number[];
  readonly now: number;
}

/** A message apart from which event and call it is about. */
export interface MessageShape {
  readonly id: number;
  readonly content: MessageContent;
  /** By name: whether it is of an event or a call. */
  readonly ranges: readonly number[];
}

/** What of a pending message decides what it does: not its number, its time or its cause. */
export type MessageContent = Pick<
  Pending,
  'kind' | 'name' | 'event' | 'call' | 'stack' | 'attempt' | 'inline' | 'text' | 'value'
>;

/** A shape and the names for its places. */
export interface Named<Shape> {
  readonly shape: Shape;
  readonly names: readonly number[];
}

/** Every shape that was met, each once. */
export class Shapes {
  readonly nodes: NodeShape[] = [];
  readonly messages: MessageShape[] = [];
  private readonly form = new CanonicalForm();
  private readonly nodeIds: Map<string, number>[] = [];
  private readonly messageIds = new Map<string, number>();

  node(
    node: number,
    content: NodeContent,
    omissions: Omissions,
    isSettled: (content: NodeContent) => boolean,
  ): Named<NodeShape> {
    const { key, value, names } = this.form.of(content, omissions);
    const ids = (this.nodeIds[node] ??= new Map<string, number>());
    const known = this.nodes[ids.get(key) ?? -1];
    if (known !== undefined) return { shape: known, names };
    const shape: NodeShape = {
      id: this.nodes.length,
      node,
      content: value as NodeContent, // The form of a content has its fields.
      nameCount: names.length,
      isSettled: isSettled(content),
      asked: wiresAsked(content),
      steps: new Map(),
    };
    ids.set(key, shape.id);
    this.nodes.push(shape);
    return { shape, names };
  }

  message(message: Pending): Named<MessageShape> {
    const { kind, name, event, call, stack, attempt, inline, text, value } = message;
    const content = { kind, name, event, call, stack, attempt, inline, text, value };
    const canonical = this.form.of(content, noOmissions);
    const known = this.messages[this.messageIds.get(canonical.key) ?? -1];
    if (known !== undefined) return { shape: known, names: canonical.names };
    const shape: MessageShape = {
      id: this.messages.length,
      content: canonical.value as MessageContent, // As above.
      ranges: canonical.names.map(rangeOf),
    };
    this.messageIds.set(canonical.key, shape.id);
    this.messages.push(shape);
    return { shape, names: canonical.names };
  }
}

/** Whoever keeps a call that he is to answer keeps the wire that it came over beside it. */
function wiresAsked(value: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof value !== 'object' || value === null) return found;
  const { call, wire } = value as { readonly call?: unknown; readonly wire?: unknown };
  if (typeof call === 'number' && typeof wire === 'number' && rangeOf(call) === firstCall) found.add(wire);
  // Plain data, which inherits nothing.
  for (const key in value) wiresAsked((value as Readonly<Record<string, unknown>>)[key], found);
  return found;
}
