import { anything } from '../anything';
import type { PropertyKind } from '../Property';

/** Nothing is asked, so that all of it is looked at and what is never reached can be told. */
export const anythingKind: PropertyKind = {
  id: 'anything',
  parameters: [],
  readsKeys: () => false,
  // All that a node is between two steps is looked at, so that none of it is left out.
  make: (_, space) => ({ ...anything, looksAt: space.layout.nodes.map((_node, place) => place) }),
};
