import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Token } from '#engine/model/NodeKind';
import type { TraceEntry } from '#engine/runtime/Trace';
import type { Sighting } from './Sighting';

/**
 * Where the order of events is watched on a bus: when it accepts them, when it hands them to a subscriber (again for
 * every further attempt), or when it hears that a subscriber is done.
 */
export const watchOrders = ['publish', 'delivery', 'completion'] as const;
export type WatchOrder = (typeof watchOrders)[number];

/**
 * Reads off the entries of a run what happened at one bus in one order. `laneOf` tells the consumer group of each wire
 * that subscribes to it, by the place of the wire in the document: what is delivered to different groups is in no common
 * order. The function that is returned gives what happened in an entry, mostly nothing.
 */
export function watchBus(
  doc: FlowDoc,
  bus: number,
  order: WatchOrder,
  laneOf: ReadonlyMap<number, number>,
): (entry: TraceEntry) => readonly Sighting[] {
  const sighting = ({ timeUs, step }: TraceEntry, token: Token, lane: number): Sighting => ({
    type: doc.eventTypes[token.type]?.name ?? '',
    key: token.subject,
    lane,
    timeUs,
    place: step,
  });
  if (order === 'publish') {
    return (entry) => {
      if (entry.node !== bus) return nothing;
      const accepted = entry.facts.filter(({ code }) => code === 'accepted');
      return accepted.flatMap(({ token }) => (token === null ? [] : [sighting(entry, token, 0)]));
    };
  }
  if (order === 'delivery') {
    return (entry) => {
      if (entry.node !== bus) return nothing;
      // What the wire doubles sets out twice in a row, and was handed over once.
      const handed = entry.sent.filter(
        ({ kind, wire, token }, at) =>
          kind === 'deliver' &&
          !(entry.sent[at - 1]?.wire === wire && entry.sent[at - 1]?.token?.number === token?.number),
      );
      return handed.flatMap(({ wire, token }) => {
        const lane = laneOf.get(wire);
        return token === null || lane === undefined ? [] : [sighting(entry, token, lane)];
      });
    };
  }
  return (entry) => {
    const lane = entry.kind === 'ack' && entry.name === 'done' ? laneOf.get(entry.wire) : undefined;
    return lane === undefined || entry.token === null ? nothing : [sighting(entry, entry.token, lane)];
  };
}

const nothing: readonly Sighting[] = [];
