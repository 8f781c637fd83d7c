import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Configuration } from '../Configuration';
import type { Move } from '../Move';
import type { Space } from '../Space';

/** What is seen of an event on a bus in one move: the letter of one word. */
export interface Seen {
  readonly order: WatchOrder;
  /** Index of the event type. */
  readonly type: number;
  readonly key: string;
  /** The number of the consumer group; 0 for the order of publishing, which all groups share. */
  readonly lane: number;
}

/** Which bus is looked at. */
export interface BusPlace {
  /** Index of the node. */
  readonly bus: number;
  /** The consumer group of each wire that subscribes to it, by the place of the wire in the document. */
  readonly laneOf: ReadonlyMap<number, number>;
}

const nothing: readonly Seen[] = [];

/** Everything that is seen on a bus in a move, in all three orders, as `watchBus` sees it in a run. */
export function sightsOf(
  move: Move,
  from: Configuration,
  space: Space,
  { bus, laneOf }: BusPlace,
): readonly Seen[] {
  if (move.node !== bus) return nothing;
  const found: Seen[] = [];
  const see = (order: WatchOrder, event: FlowEvent | null, lane: number | undefined): void => {
    if (event !== null && lane !== undefined)
      found.push({ order, type: event.type, key: event.subject, lane });
  };
  if (move.sort === 'receive' && move.from % 2 === 1) {
    const { kind, name, value, event } = from.headShape(move.from).content;
    const isDone = name === 'done' || (name === 'vanished' && value === 'done');
    if (kind === 'ack' && isDone) see('completion', event, laneOf.get(move.from >> 1));
  }
  for (const { code, type, key } of move.outcome.noted) {
    if (code === fact.accepted && type >= 0) found.push({ order: 'publish', type, key, lane: 0 });
  }
  let last = '';
  for (const { lane, shape, names } of move.outcome.sent) {
    const content = space.steps.shapes.messages[shape]?.content;
    if (lane % 2 === 1 || content?.kind !== 'deliver') continue;
    // What a wire doubles comes twice in a row.
    const same = `${lane} ${shape} ${names.join(' ')}`;
    if (same !== last) see('delivery', content.event, laneOf.get(lane >> 1));
    last = same;
  }
  return found;
}
