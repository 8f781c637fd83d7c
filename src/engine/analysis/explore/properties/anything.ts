import { anything } from '../anything';
import type { PropertyKind } from '../Property';

/** Nothing is asked, so that all of it is looked at and what is never reached can be told. */
export const anythingKind: PropertyKind = {
  id: 'anything',
  parameters: [],
  readsKeys: () => false,
  make: () => anything,
};
