import type { Token } from '#engine/model/NodeKind';
import type { EventType } from '#engine/model/FlowDoc';
import type { QueuedToken } from './QueueRow';
import { unknownSign, type Sign } from './shapePath';

/** The sign of an event by the index of its type. A type that was just deleted is drawn as unknown. */
export function signOf(eventTypes: readonly EventType[], type: number): Sign {
  return eventTypes[type] ?? unknownSign;
}

/** The tokens of a view with the signs they are drawn with. */
export function withSigns(
  tokens: readonly Token[],
  eventTypes: readonly EventType[],
): readonly QueuedToken[] {
  return tokens.map((token) => ({ number: token.number, sign: signOf(eventTypes, token.type) }));
}
