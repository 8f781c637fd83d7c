import type { WaitingLine } from '#engine/model/NodeKind';
import type { HandlerView } from './HandlerView';

/** What waits in the inbox, and outside of it; either may be let go first. */
export function waitingLines({ inbox, inboxCount, door, doorCount }: HandlerView): readonly WaitingLine[] {
  return [
    { tokens: inbox, count: inboxCount },
    { tokens: door, count: doorCount },
  ]
    .filter(({ count }) => count > 0)
    .map((line) => ({ queue: '', wires: [], ...line }));
}
