import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Token, WaitingLine } from '#engine/model/NodeKind';
import type { WaitCode } from '#engine/model/waits';
import type { Frame } from '#engine/runtime/Trace';
import type { WhyReport } from '#engine/runtime/whyWaiting';
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

/** What keeps an event that stands in line, where it may be let go first. */
const inLine: ReadonlySet<WaitCode> = new Set(['inLine', 'inInbox']);

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
  const own = linesOf(id, { doc, frame }).flatMap(({ queue: name, tokens }) => {
    if (queue !== '' && name !== queue) return [];
    const turn = tokens.findIndex(({ number }) => number === event);
    const token = tokens[turn];
    return token === undefined ? [] : [{ token, isNext: turn === 0 }];
  });
  const [first] = own;
  return first === undefined ? null : { token: first.token, isNext: own.every(({ isNext }) => isNext) };
}

/** Whether more wait at a node than a frame lists, so that only the run knows of the others. */
export function hasMoreInLine(node: string, shown: Shown): boolean {
  return linesOf(node, shown).some(({ tokens, count }) => count > tokens.length);
}

/** What `turnOf` says, read from the reasons for which the run says that an event does not go on. */
export function turnIn({ links: [first] }: WhyReport, event: number): Turn | null {
  if (first?.event?.number !== event || !inLine.has(first.code)) return null;
  return { token: first.event, isNext: first.count === 1 };
}

/** How an event stands in line at the playhead, however far back; null where it does not wait, or may not go. */
export async function askTurn(waiting: WaitingEvent): Promise<Turn | null> {
  const { doc, frame, playhead, ask } = useRun.getState();
  const seen = turnOf(waiting, { doc, frame });
  if (seen !== null || !hasMoreInLine(waiting.node, { doc, frame })) return seen;
  const node = doc.nodes.findIndex(({ id }) => id === waiting.node);
  return turnIn(await ask('why', { node, event: waiting.event }, { step: playhead.step }), waiting.event);
}

function linesOf(id: string, { doc, frame }: Shown): readonly WaitingLine[] {
  const index = doc.nodes.findIndex((node) => node.id === id);
  return kindById.get(doc.nodes[index]?.kind ?? '')?.waiting?.(frame?.nodes[index]?.view ?? null) ?? [];
}

/** Lets an event go before all others of its queue, from the playhead on; in a branch the run as it is stays beside it. */
export function letGoFirst(waiting: WaitingEvent, isInBranch = false): void {
  if (isInBranch) keepRun();
  const { pause, intervene } = useRun.getState();
  pause();
  intervene({ do: 'advance', ...waiting });
  if (isInBranch) useView.getState().showBottom('compare');
}
