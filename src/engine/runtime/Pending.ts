import type { FlowEvent, Message, MessageKind } from '#engine/model/messages';
import { tokenOf } from '#engine/model/tokens';
import type { Flight } from './Trace';

/** A message that waits to be received: with its due time and number it makes a pending step. */
export interface Pending {
  readonly message: Message;
  /** The node that will receive it. */
  readonly node: number;
  readonly event: FlowEvent | null;
  /** Timer name, ack outcome, access operation or fault verb; empty otherwise. */
  readonly name: string;
  /** The step that sent it. */
  readonly cause: number;
  readonly departUs: number;
  /** Whether it is part of a synchronous call. */
  readonly isCall: boolean;
}

/** Whether a message travels along a wire, and so has a token on the canvas. */
export function isFlight(kind: MessageKind): kind is Flight['kind'] {
  return kind === 'publish' || kind === 'deliver' || kind === 'access' || kind === 'ack';
}

/** The picture of a message under way, or null for what a node sends to itself. */
export function flightOf(id: number, pending: Pending, arriveUs: number): Flight | null {
  const { message, event } = pending;
  if (!isFlight(message.kind) || message.wire < 0) return null;
  return {
    id,
    wire: message.wire,
    kind: message.kind,
    token: event === null ? null : tokenOf(event),
    departUs: pending.departUs,
    arriveUs,
    isCall: pending.isCall,
    isDeadLetter: message.kind === 'publish' && message.body.deadLetter !== null,
    isBad: message.kind === 'ack' && message.body.outcome !== 'done' && message.body.outcome !== 'accepted',
  };
}
