import type { Json } from './Json';

/** An event, with the attributes of CloudEvents 1.0. It never changes: states share it and snapshots need not copy it. */
export interface FlowEvent {
  /** Running number over the whole run, from 1: the label `#316`. */
  readonly number: number;
  /** Index into `FlowDoc.eventTypes`. */
  readonly type: number;
  /** Index of the node that made it. */
  readonly source: number;
  /** The key. */
  readonly subject: string;
  readonly timeUs: number;
  readonly data: Json;
  /** Number of the first cause; its own number when it has none. */
  readonly correlation: number;
  /** Number of the direct cause; 0 when it has none. */
  readonly causation: number;
}

/** What a step is: one pending message that one node receives. */
export type MessageKind = 'publish' | 'deliver' | 'access' | 'start' | 'finish' | 'ack' | 'timer' | 'fault';

/** The nodes that are held by a call, outermost first. */
export type CallStack = readonly number[];

export const emptyStack: CallStack = Object.freeze([]);

/** A publisher or handler puts an event on a bus. */
export interface PublishMessage {
  readonly kind: 'publish';
  /** Index of the wire it came over. */
  readonly wire: number;
  readonly event: FlowEvent;
  /** The call that waits for the answer; 0 when nobody does. */
  readonly call: number;
  readonly stack: CallStack;
  /** Why it comes as a dead letter; empty when it does not. */
  readonly reason: string;
}

/** A bus passes an event to a subscriber. Always answered by an `ack`. */
export interface DeliverMessage {
  readonly kind: 'deliver';
  readonly wire: number;
  readonly event: FlowEvent;
  readonly call: number;
  readonly stack: CallStack;
  /** From 1. */
  readonly attempt: number;
  /** Run to completion on the caller's thread, without taking a worker. */
  readonly inline: boolean;
}

export type Operation = 'read' | 'set' | 'increment' | 'append' | 'delete' | 'take';

/** A handler reads or writes a store. Always answered by an `ack`. */
export interface AccessMessage {
  readonly kind: 'access';
  readonly wire: number;
  readonly event: FlowEvent;
  readonly call: number;
  readonly operation: Operation;
  readonly key: string;
  readonly value: Json;
}

/**
 * `accepted`: taken over, `done` or `failed` will follow for a delivery; `done`: worked off; `refused`: no room;
 * `failed`: tried and failed; `lost`: the receiver is gone and the connection closed; `vanished`: the message never
 * arrived and its sender could not know, told only for the books.
 */
export type Outcome = 'accepted' | 'done' | 'refused' | 'failed' | 'lost' | 'vanished';

/** The answer to a call. */
export interface AckMessage {
  readonly kind: 'ack';
  readonly wire: number;
  /** What the call was about. */
  readonly event: FlowEvent | null;
  /** 0 when it answers no call but tells that a connection is open again (`accepted`) or closed (`lost`). */
  readonly call: number;
  readonly outcome: Outcome;
  /** What was read; for an answer that vanished itself, the outcome it would have told; else null. */
  readonly value: Json;
}

/** A message to oneself, after a delay. `event` is what it is about, for the picture and the log. */
export interface TimerMessage {
  readonly kind: 'start' | 'finish' | 'timer';
  readonly wire: number;
  readonly event: FlowEvent | null;
  readonly name: string;
  /** What `schedule` returned. */
  readonly id: number;
  /** What its sender wanted to find it by; 0 when nothing. */
  readonly tag: number;
}

/** An event to publish by hand. */
export interface HandMade {
  readonly type: number;
  readonly key: string;
  readonly data: Json;
}

/** An event that a person lets go first, and the queue in which it waits: its name, or empty for all of the node. */
export interface Chosen {
  readonly event: number;
  readonly queue: string;
}

/** What can befall a node. `slow` and `restore` change how long its work takes. */
export type FaultVerb = 'pause' | 'resume' | 'crash' | 'revive' | 'slow' | 'restore';

/** Something that happens to a node from outside, by a person or by the document. */
export interface FaultMessage {
  readonly kind: 'fault';
  readonly wire: number;
  readonly event: null;
  readonly verb: FaultVerb | 'publish' | 'advance';
  /** For `publish`: what. */
  readonly publish: HandMade | null;
  /** For `advance`: which event. */
  readonly chosen: Chosen | null;
  /** For `slow`: how many times as long work takes from now on. */
  readonly factor: number;
}

/** A message as its receiver sees it; `wire` is the index of the wire it came over, or -1. */
export type Message =
  PublishMessage | DeliverMessage | AccessMessage | AckMessage | TimerMessage | FaultMessage;
