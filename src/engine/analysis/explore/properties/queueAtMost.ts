import { gauge } from '#engine/model/measures';
import { broken, type Property, type PropertyKind } from '../Property';
import { isExploreProblem } from '../exploreProblem';
import { nodeArgument, numberArgument } from './parameters';

/** Never more than n wait at a node: in the queues of a bus and at its door, or before the workers of a handler. */
export const queueAtMost: PropertyKind = {
  id: 'queue-at-most',
  parameters: ['node', 'n'],
  readsKeys: () => false,
  make(given, space) {
    const place = nodeArgument(given, 'node', space);
    const most = numberArgument(given, 'n');
    if (isExploreProblem(place)) return place;
    if (isExploreProblem(most)) return most;
    const node = space.layout.nodes[place] ?? 0;
    const name = space.plan.doc.nodes[node]?.name ?? '';
    let waiting = 0;
    const property: Property = {
      id: 'queue-at-most',
      sentence: `never more than ${most} wait at ${name}`,
      watches: [],
      looksAt: [place],
      tellsApart: [place],
      initial: 0,
      next(remembered, move) {
        if (move.node !== node) return remembered;
        const { levels } = move.outcome.shape.content;
        waiting = (levels[gauge.queue] ?? 0) + (levels[gauge.door] ?? 0);
        return waiting > most ? broken : remembered;
      },
      whyNotEndHere: () => null,
      whyBroken: () => `${waiting} wait at ${name}`,
    };
    return property;
  },
};
