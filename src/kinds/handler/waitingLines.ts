import type { WaitingLine } from '#engine/model/NodeKind';
import type { HandlerView } from './HandlerView';

/** What waits in the inbox, and outside of it; either may be let go first. */
export function waitingLines({ inbox, door }: HandlerView): readonly WaitingLine[] {
  return [inbox, door].filter(({ length }) => length > 0).map((tokens) => ({ queue: '', wires: [], tokens }));
}
