import type { Property, PropertyKind } from '../Property';

/** Every run that ends ends legally: publishers exhausted, queues empty, workers idle. */
export const noDeadlock: PropertyKind = {
  id: 'no-deadlock',
  parameters: [],
  readsKeys: () => false,
  make: (_, space): Property => ({
    id: 'no-deadlock',
    sentence: 'nothing gets stuck',
    watches: [],
    looksAt: [],
    tellsApart: [],
    initial: 0,
    next: (remembered) => remembered,
    whyNotEndHere(_remembered, end) {
      const stuck = space.layout.nodes.filter((_node, place) => !end.nodeShape(place).isSettled);
      if (stuck.length === 0) return null;
      const names = stuck.map((node) => space.plan.doc.nodes[node]?.name ?? '');
      return `nothing can happen any more, and these are not done: ${names.join(', ')}`;
    },
    whyBroken: () => '',
  }),
};
