import { isExploreProblem } from '../exploreProblem';
import type { Property, PropertyKind } from '../Property';
import { compileSituation, shapesAfter, type ShapeAt } from '../Situation';

/** What is remembered. */
const stillOwed = 0;
const nothingOwed = 1;

/** In every run a condition on the states of nodes is given at some time. */
export const eventually: PropertyKind = {
  id: 'eventually',
  parameters: ['p'],
  readsKeys: () => false,
  make(given, space) {
    const text = given['p'] ?? '';
    const situation = compileSituation(text, 'p', space);
    if (isExploreProblem(situation)) return situation;
    const judge = (shapeAt: ShapeAt): number => (situation.isGiven(shapeAt) ? nothingOwed : stillOwed);
    const property: Property = {
      id: 'eventually',
      sentence: `eventually ${text}`,
      watches: situation.places,
      looksAt: situation.places,
      tellsApart: situation.places,
      initial: stillOwed,
      begin: (start) => judge((place) => start.nodeShape(place)),
      next: (remembered, move, from) =>
        remembered === nothingOwed ? remembered : judge(shapesAfter(move, from, space)),
      whyNotEndHere: (remembered) => (remembered === nothingOwed ? null : `never given: ${text}`),
      isOwed: (remembered) => remembered === stillOwed,
      whyBroken: () => '',
      noValue: () => situation.noValue,
    };
    return property;
  },
};
