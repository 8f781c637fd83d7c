import type { Json } from './Json';

/** An event, with the attributes of CloudEvents 1.0. Frozen: states share it and snapshots need not copy it. */
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

/** A call that somebody waits for. `stack` lists the nodes that are held by it, outermost first. */
export interface Call {
  readonly id: number;
  readonly stack: readonly number[];
}

/** A publisher or handler puts an event on a bus. Without a call nobody waits for an answer. */
export interface Publish {
  readonly event: FlowEvent;
  readonly call: Call | null;
  /** Set when the event comes as a dead letter, with the reason. */
  readonly deadLetter: string | null;
}

/** A bus passes an event to a subscriber. Always answered by an `ack`. */
export interface Deliver {
  readonly event: FlowEvent;
  readonly call: Call;
  /** From 1. */
  readonly attempt: number;
  /** Run to completion on the caller's thread, without taking a worker. */
  readonly inline: boolean;
}

/** A handler reads or writes a store. Always answered by an `ack`. */
export interface Access {
  readonly event: FlowEvent;
  readonly call: Call;
  readonly operation: 'read' | 'set' | 'increment' | 'append' | 'delete';
  readonly key: string;
  readonly value: Json;
}

/**
 * The answer to a call. `accepted`: taken over, `done` or `failed` will follow for a delivery; `done`: worked off;
 * `refused`: no room; `failed`: tried and failed; `lost`: the receiver is gone and the connection closed;
 * `vanished`: the message never arrived and its sender could not know, told only for the books.
 */
export interface Ack {
  /** 0 when it answers no call but tells that a connection is open again (`accepted`) or closed (`lost`). */
  readonly call: number;
  readonly outcome: 'accepted' | 'done' | 'refused' | 'failed' | 'lost' | 'vanished';
  /** What was read; for an answer that vanished itself, the outcome it would have told; else null. */
  readonly value: Json;
  /** What the call was about. */
  readonly event: FlowEvent | null;
}

/** A message to oneself, after a delay. `event` names what it is about, for the picture and the log. */
export interface Timer {
  readonly name: string;
  readonly id: number;
  readonly event: FlowEvent | null;
}

/** Something that happens to a node from outside, by a person or by the document. */
export type Fault =
  | { readonly do: 'pause' | 'resume' | 'crash' | 'revive' }
  | {
      readonly do: 'publish';
      readonly type: number;
      readonly key: string;
      readonly data: Json;
    };

/** A message as its receiver sees it; `wire` is the index of the wire it came over, or -1. */
export type Message =
  | { readonly kind: 'publish'; readonly wire: number; readonly body: Publish }
  | { readonly kind: 'deliver'; readonly wire: number; readonly body: Deliver }
  | { readonly kind: 'access'; readonly wire: number; readonly body: Access }
  | { readonly kind: 'ack'; readonly wire: number; readonly body: Ack }
  | {
      readonly kind: 'start' | 'finish' | 'timer';
      readonly wire: number;
      readonly body: Timer;
    }
  | { readonly kind: 'fault'; readonly wire: number; readonly body: Fault };
