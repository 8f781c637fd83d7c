import type { Property } from './Property';

/** Nothing is asked; everything is looked at. */
export const anything: Property = {
  id: 'anything',
  sentence: 'whatever happens is looked at',
  watches: [],
  looksAt: [],
  tellsApart: [],
  initial: 0,
  next: (remembered) => remembered,
  whyNotEndHere: () => null,
  whyBroken: () => '',
};
