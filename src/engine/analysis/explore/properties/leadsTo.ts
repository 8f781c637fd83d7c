import { isExploreProblem } from '../exploreProblem';
import type { Property, PropertyKind } from '../Property';
import { compileSituation, shapesAfter, type ShapeAt } from '../Situation';

/** What is remembered. */
const nothingOwed = 0;
const stillOwed = 1;

/** Whenever one condition on the states of nodes is given, another one is then or later. */
export const leadsTo: PropertyKind = {
  id: 'leads-to',
  parameters: ['p', 'q'],
  readsKeys: () => false,
  make(given, space) {
    const [p, q] = [given['p'] ?? '', given['q'] ?? ''];
    const cause = compileSituation(p, 'p', space);
    const effect = compileSituation(q, 'q', space);
    if (isExploreProblem(cause)) return cause;
    if (isExploreProblem(effect)) return effect;
    const places = [...new Set([...cause.places, ...effect.places])];
    const judge = (remembered: number, shapeAt: ShapeAt): number => {
      if (effect.isGiven(shapeAt)) return nothingOwed;
      return cause.isGiven(shapeAt) ? stillOwed : remembered;
    };
    const property: Property = {
      id: 'leads-to',
      sentence: `${p} leads to ${q}`,
      watches: places,
      looksAt: places,
      tellsApart: places,
      initial: nothingOwed,
      begin: (start) => judge(nothingOwed, (place) => start.nodeShape(place)),
      next: (remembered, move, from) => judge(remembered, shapesAfter(move, from, space)),
      whyNotEndHere: (remembered) => (remembered === nothingOwed ? null : `not given any more: ${q}`),
      isOwed: (remembered) => remembered === stillOwed,
      whyBroken: () => '',
      noValue: () => cause.noValue || effect.noValue,
    };
    return property;
  },
};
