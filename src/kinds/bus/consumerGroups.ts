import type { FlowDoc } from '#engine/model/FlowDoc';
import { groupName } from './groupName';

/** The consumer groups of a bus: by the place of each subscribing wire in the document, the number of its group. */
export function consumerGroups(doc: FlowDoc, bus: string): ReadonlyMap<number, number> {
  const settings = doc.nodes.find(({ id }) => id === bus)?.settings ?? {};
  const numbers = new Map<string, number>();
  const groupOf = new Map<number, number>();
  for (const [index, wire] of doc.wires.entries()) {
    if (wire.from.node !== bus || wire.from.port !== 'out') continue;
    const name = groupName(wire, settings);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    groupOf.set(index, number);
  }
  return groupOf;
}
