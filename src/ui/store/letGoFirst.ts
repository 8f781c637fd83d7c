import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Token } from '#engine/model/NodeKind';
import type { Frame } from '#engine/runtime/Trace';
import { kindById } from '#kinds/index';
import { keepRun } from './branchEdits';
import { useRun } from './runStore';
import { useView } from './viewStore';

/** An event by its number where it waits: at a node, in one of its queues, or in whichever for an empty name. */
export interface WaitingEvent {
  readonly node: string;
  readonly event: number;
  readonly queue: string;
}

/** What a run shows at the playhead. */
interface Shown {
  readonly doc: Pick<FlowDoc, 'nodes'>;
  readonly frame: Pick<Frame, 'nodes'> | null;
}

/** An event as it waits, and whether it goes next in every queue of the node in which it does. */
export interface Turn {
  readonly token: Token;
  readonly isNext: boolean;
}

/**
 * How an event stands in line where it waits; null where it does not wait, or may not go: what is in hand is in no queue
 * any more, and what is delayed has to wait. Only what a frame lists is known.
 */
export function turnOf({ node: id, event, queue }: WaitingEvent, { doc, frame }: Shown): Turn | null {
  const index = doc.nodes.findIndex((node) => node.id === id);
  const lines =
    kindById.get(doc.nodes[index]?.kind ?? '')?.waiting?.(frame?.nodes[index]?.view ?? null) ?? [];
  const own = lines.flatMap(({ queue: name, tokens }) => {
    if (queue !== '' && name !== queue) return [];
    const turn = tokens.findIndex(({ number }) => number === event);
    const token = tokens[turn];
    return token === undefined ? [] : [{ token, isNext: turn === 0 }];
  });
  const [first] = own;
  return first === undefined ? null : { token: first.token, isNext: own.every(({ isNext }) => isNext) };
}

/** Lets an event go before all others of its queue, from the playhead on; in a branch the run as it is stays beside it. */
export function letGoFirst(waiting: WaitingEvent, isInBranch = false): void {
  if (isInBranch) keepRun();
  const { pause, intervene } = useRun.getState();
  pause();
  intervene({ do: 'advance', ...waiting });
  if (isInBranch) useView.getState().showBottom('compare');
}
