import type { Property } from './Property';

/** Nothing is asked; everything is looked at. */
export const anything: Property = {
  id: '',
  sentence: '',
  watches: [],
  looksAt: [],
  initial: 0,
  next: (remembered) => remembered,
  whyNotEndHere: () => null,
  whyBroken: () => '',
};
