import type { Property, PropertyKind } from '../Property';

/** Asks nothing: everything is looked at. */
export const anything: Property = {
  id: 'anything',
  sentence: 'whatever happens is looked at',
  watches: [],
  looksAt: [],
  initial: 0,
  next: (remembered) => remembered,
  whyNotEndHere: () => null,
  whyBroken: () => '',
};

/** Nothing is asked, so that all of it is looked at and what is never reached can be told. */
export const anythingKind: PropertyKind = {
  id: 'anything',
  parameters: [],
  readsKeys: () => false,
  make: () => anything,
};
