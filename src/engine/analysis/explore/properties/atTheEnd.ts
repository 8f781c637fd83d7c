import { isExploreProblem } from '../exploreProblem';
import type { Property, PropertyKind } from '../Property';
import { compileSituation } from '../Situation';

/** A condition on the states of nodes is given wherever a run ends. */
export const atTheEnd: PropertyKind = {
  id: 'at-the-end',
  parameters: ['p'],
  readsKeys: () => false,
  make(given, space) {
    const text = given['p'] ?? '';
    const situation = compileSituation(text, 'p', space);
    if (isExploreProblem(situation)) return situation;
    const property: Property = {
      id: 'at-the-end',
      sentence: `always at the end ${text}`,
      watches: [],
      looksAt: [],
      tellsApart: situation.places,
      initial: 0,
      next: (remembered) => remembered,
      whyNotEndHere: (_, end) =>
        situation.isGiven((place) => end.nodeShape(place)) ? null : `not given at the end: ${text}`,
      whyBroken: () => '',
      noValue: () => situation.noValue,
    };
    return property;
  },
};
