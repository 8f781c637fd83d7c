import type { FaultVerb } from '#engine/model/messages';
import type { NotedFact, Outcome, SentShape } from '../LocalSteps';
import { firstCall, firstEvent } from '../names';
import type { MessageContent, MessageShape, NodeShape } from '../Shapes';
import type { Space } from '../Space';
import type { Swap } from './findSwaps';

/** A step of one node: what it is and what it receives. */
export type Action =
  | {
      readonly sort: 'message';
      readonly shape: NodeShape;
      readonly lane: number;
      readonly message: MessageShape;
      /** By name of the message: which name of the node it is, or −1. */
      readonly places: readonly number[];
      readonly isLost: boolean;
    }
  | { readonly sort: 'timer'; readonly shape: NodeShape; readonly index: number }
  | { readonly sort: 'befall'; readonly shape: NodeShape; readonly verb: FaultVerb };

/** What stands for a shape where nodes have changed places, and by name which of its names stands for it. */
interface Image<Shape> {
  readonly to: Shape;
  readonly places: readonly number[];
}

/** What stands for everything that one comparison of steps has found out. */
interface Findings {
  readonly nodes: Map<NodeShape, Image<NodeShape>>;
  readonly messages: Map<MessageShape, Image<MessageShape>>;
  /** By name, as places of a step: the name that stands for it. */
  readonly joint: Map<number, number>;
}

/**
 * A flow and the same flow with some nodes in each other's places, step by step side by side. What the states and
 * messages of one are in the other is not said by kinds but found: both begin, each step of one is made in the other, and
 * what comes of it stands for what came of it. That nodes are alike is hence known of every step that was compared, and
 * whatever tells them apart (the order of wires, a filter by source, names of keys) shows as soon as it makes a difference.
 */
export class Mirror {
  private readonly space: Space;
  private readonly swap: Swap;
  private readonly nodes = new Map<NodeShape, Image<NodeShape>>();
  private readonly messages = new Map<MessageShape, Image<MessageShape>>();

  constructor(space: Space, swap: Swap) {
    this.space = space;
    this.swap = swap;
  }

  node(shape: NodeShape): Image<NodeShape> | undefined {
    return this.nodes.get(shape);
  }

  message(shape: MessageShape): Image<MessageShape> | undefined {
    return this.messages.get(shape);
  }

  /** Compares how nodes begin; false where they are not alike. */
  begin(): boolean {
    const { layout, steps } = this.space;
    const begun = layout.nodes.map((node) => steps.begin(node));
    return begun.every((outcomes, place) => {
      const [first, second] = [outcomes[0], begun[this.swap.places[place] ?? -1]?.[0]];
      return first !== undefined && second !== undefined && this.agree(first, second, new Map());
    });
  }

  /** The step that stands for a step; null where it is not known what stands for its node or message. */
  actionOf(action: Action): Action | null {
    const image = this.node(action.shape);
    if (image === undefined) return null;
    const shape = image.to;
    if (action.sort !== 'message') return { ...action, shape };
    const message = this.message(action.message);
    if (message === undefined) return null;
    const places: number[] = [];
    action.places.forEach((place, name) => {
      places[message.places[name] ?? 0] = place < 0 ? -1 : (image.places[place] ?? -1);
    });
    const lane = this.swap.lanes[action.lane] ?? -1;
    return { ...action, shape, message: message.to, lane, places };
  }

  /** Compares what comes of a step with what comes of the one that stands for it; false where that is not alike. */
  compare(action: Action, image: Action): boolean {
    const [ours, theirs] = [outcomesOf(action, this.space), outcomesOf(image, this.space)];
    if (ours.length !== theirs.length) return false;
    const joint = this.jointOf(action, image);
    const free = new Set(theirs.keys());
    return ours.every((outcome, index) => {
      const order = [index, ...theirs.keys()].filter(
        (one, at, all) => free.has(one) && all.indexOf(one) === at,
      );
      const found = order.find((one) => {
        const other = theirs[one];
        return other !== undefined && this.agree(outcome, other, joint);
      });
      if (found !== undefined) free.delete(found);
      return found !== undefined;
    });
  }

  /** Which names that a step begins with stand for which. */
  private jointOf(action: Action, image: Action): ReadonlyMap<number, number> {
    const joint = new Map<number, number>();
    this.node(action.shape)?.places.forEach((to, place) => joint.set(place, to));
    if (action.sort !== 'message' || image.sort !== 'message') return joint;
    const [brought, theirs] = [broughtNames(action), broughtNames(image)];
    this.message(action.message)?.places.forEach((to, name) =>
      joint.set(brought[name] ?? -1, theirs[to] ?? -1),
    );
    return joint;
  }

  /** Whether one outcome stands for another, as far as is known; if so, what that says is known from here on. */
  private agree(ours: Outcome, theirs: Outcome, joint: ReadonlyMap<number, number>): boolean {
    const found: Findings = { nodes: new Map(), messages: new Map(), joint: new Map(joint) };
    const isAlike =
      ours.isOldestGone === theirs.isOldestGone &&
      sameFacts(ours.noted, theirs.noted) &&
      this.sentAgree(ours.sent, theirs.sent, found) &&
      this.nodesAgree(ours, theirs, found);
    if (!isAlike) return false;
    for (const [shape, image] of found.nodes) this.nodes.set(shape, image);
    for (const [shape, image] of found.messages) this.messages.set(shape, image);
    return true;
  }

  private sentAgree(ours: readonly SentShape[], theirs: readonly SentShape[], found: Findings): boolean {
    if (ours.length !== theirs.length) return false;
    const free = [...theirs];
    return ours.every((sent) => {
      const at = free.findIndex(({ lane }) => lane === this.swap.lanes[sent.lane]);
      const [other] = at < 0 ? [] : free.splice(at, 1);
      return other !== undefined && this.messagesAgree(sent, other, found);
    });
  }

  private messagesAgree(ours: SentShape, theirs: SentShape, found: Findings): boolean {
    const { messages } = this.space.steps.shapes;
    const [shape, to] = [messages[ours.shape], messages[theirs.shape]];
    if (shape === undefined || to === undefined) return false;
    const known = this.messages.get(shape) ?? found.messages.get(shape);
    if (known === undefined && !sameMessage(shape.content, to.content)) return false;
    const isTaken = this.messages.has(to) || found.messages.has(to);
    return settle(shape, to, known, isTaken, found.messages, (places) =>
      bindNames(ours.names, theirs.names, places, found.joint, (a, b) => shape.ranges[a] === to.ranges[b]),
    );
  }

  private nodesAgree(ours: Outcome, theirs: Outcome, found: Findings): boolean {
    const known = this.nodes.get(ours.shape) ?? found.nodes.get(ours.shape);
    if (known === undefined && !this.sameNode(ours.shape, theirs.shape)) return false;
    const isTaken = this.nodes.has(theirs.shape) || found.nodes.has(theirs.shape);
    return settle(ours.shape, theirs.shape, known, isTaken, found.nodes, (places) =>
      bindNames(ours.names, theirs.names, places, found.joint, () => true),
    );
  }

  /** Whether two states of nodes look alike from without: to properties, and to who chooses what goes next. */
  private sameNode(ours: NodeShape, theirs: NodeShape): boolean {
    const { placeOf, layout } = this.space;
    const place = this.swap.places[placeOf[ours.node] ?? -1] ?? -1;
    const asked = [...ours.asked].map((wire) => (this.swap.lanes[2 * wire] ?? -1) >> 1);
    return (
      layout.nodes[place] === theirs.node &&
      ours.nameCount === theirs.nameCount &&
      ours.isSettled === theirs.isSettled &&
      asked.length === theirs.asked.size &&
      asked.every((wire) => theirs.asked.has(wire)) &&
      this.seenOf(ours) === this.seenOf(theirs)
    );
  }

  private seenOf({ node, content }: NodeShape): string {
    const values = this.space.plan.nodes[node]?.behaviour.form?.values?.(content.state) ?? null;
    const timers = content.timers.map(({ kind, name }) => [kind, name]);
    return JSON.stringify([content.lifecycle, content.levels, timers, values]);
  }
}

/** What comes of a step. */
export function outcomesOf(action: Action, { steps }: Space): readonly Outcome[] {
  if (action.sort === 'timer') return steps.timer(action.shape, action.index);
  if (action.sort === 'befall') return steps.befall(action.shape, action.verb);
  return steps.message(action.shape, action.lane, action.message, action.places, action.isLost);
}

/** The names that a message brings as places of a step: those of the node first, then what it does not know. */
function broughtNames({ shape, places }: Extract<Action, { sort: 'message' }>): readonly number[] {
  let next = shape.nameCount;
  return places.map((place) => (place < 0 ? next++ : place));
}

/** Each stands for the other, as before where that is known. */
function settle<Shape>(
  shape: Shape,
  to: Shape,
  known: Image<Shape> | undefined,
  isTaken: boolean,
  found: Map<Shape, Image<Shape>>,
  bind: (places: readonly number[] | null) => readonly number[] | null,
): boolean {
  if (known !== undefined) return known.to === to && bind(known.places) !== null;
  if (isTaken) return false;
  const places = bind(null);
  if (places === null) return false;
  const back: number[] = [];
  places.forEach((place, name) => void (back[place] = name));
  // What stands for itself does so with names that stand for each other.
  if (shape === to && places.some((place, name) => places[place] !== name)) return false;
  found.set(shape, { to, places });
  found.set(to, { to: shape, places: back });
  return true;
}

/** Lets names stand for each other, as `places` says or as they come; null where they already stand for others. */
function bindNames(
  ours: readonly number[],
  theirs: readonly number[],
  places: readonly number[] | null,
  joint: Map<number, number>,
  fits: (our: number, their: number) => boolean,
): readonly number[] | null {
  if (ours.length !== theirs.length) return null;
  const taken = new Set(joint.values());
  const bound: number[] = [];
  ours.forEach((name, at) => {
    const goal = joint.get(name);
    if (goal !== undefined) bound[at] = places?.[at] ?? theirs.indexOf(goal);
  });
  for (const [at, name] of ours.entries()) {
    const isNew = !joint.has(name);
    const free = (their: number): boolean =>
      !bound.includes(their) && !taken.has(theirs[their] ?? -1) && fits(at, their);
    const to = isNew ? (places?.[at] ?? [...theirs.keys()].find(free)) : bound[at];
    const goal = to === undefined ? undefined : theirs[to];
    if (to === undefined || goal === undefined) return null;
    if (isNew ? taken.has(goal) : joint.get(name) !== goal) return null;
    bound[at] = to;
    joint.set(name, goal);
    taken.add(goal);
  }
  return new Set(bound).size === bound.length ? bound : null;
}

function sameFacts(ours: readonly NotedFact[], theirs: readonly NotedFact[]): boolean {
  return (
    ours.length === theirs.length &&
    ours.every(({ code, type, key }, index) => {
      const other = theirs[index];
      return other !== undefined && code === other.code && type === other.type && key === other.key;
    })
  );
}

/** Whether two messages that were not met say the same, apart from names and from who has a part in them. */
function sameMessage(ours: MessageContent, theirs: MessageContent): boolean {
  return saidBy(ours) === saidBy(theirs);
}

function saidBy({ kind, name, event, call, attempt, inline, text, value }: MessageContent): string {
  const said = event === null ? null : [event.type, event.subject, event.data];
  const isCall = call >= firstCall;
  const isNamed = event !== null && event.number >= firstEvent;
  return JSON.stringify([kind, name, said, isNamed, isCall ? 'call' : call, attempt, inline, text, value]);
}
