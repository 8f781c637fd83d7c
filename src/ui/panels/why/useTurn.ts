import { hasMoreInLine, turnIn, turnOf, type Turn } from '#ui/store/letGoFirst';
import { useRun } from '#ui/store/runStore';
import { useWhy } from './useWhy';

/** How an event stands in line at a node, however far back; null where it does not wait there, and while anything plays. */
export function useTurn(node: string, event: number | null): Turn | null {
  const doc = useRun((state) => state.doc);
  const frame = useRun((state) => (state.isPlaying ? null : state.frame));
  const shown = { doc, frame };
  const seen = event === null ? null : turnOf({ node, event, queue: '' }, shown);
  const isFurtherBack = event !== null && seen === null && hasMoreInLine(node, shown);
  const why = useWhy(isFurtherBack ? node : null, event ?? 0);
  if (seen !== null || event === null) return seen;
  return isFurtherBack && why !== null ? turnIn(why, event) : null;
}
