import { isExploreProblem } from '../exploreProblem';
import { broken, type Property, type PropertyKind } from '../Property';
import { compileSituation, shapesAfter, type ShapeAt } from '../Situation';

/** A condition that must be given in every situation, or in none. */
function throughout(id: 'always' | 'never'): PropertyKind {
  const mustBe = id === 'always';
  return {
    id,
    parameters: ['p'],
    readsKeys: () => false,
    make(given, space) {
      const text = given['p'] ?? '';
      const situation = compileSituation(text, 'p', space);
      if (isExploreProblem(situation)) return situation;
      const judge = (shapeAt: ShapeAt): number => (situation.isGiven(shapeAt) === mustBe ? 0 : broken);
      const nodes: ReadonlySet<number> = new Set(
        situation.places.map((place) => space.layout.nodes[place] ?? -1),
      );
      const property: Property = {
        id,
        sentence: `${id} ${text}`,
        watches: situation.places,
        looksAt: situation.places,
        tellsApart: situation.places,
        initial: 0,
        begin: (start) => judge((place) => start.nodeShape(place)),
        next: (remembered, move, from) =>
          nodes.has(move.node) ? judge(shapesAfter(move, from, space)) : remembered,
        whyNotEndHere: () => null,
        whyBroken: () => `${mustBe ? 'not given any more' : 'given'}: ${text}`,
        noValue: () => situation.noValue,
      };
      return property;
    },
  };
}

/** A condition on the states of nodes is given in every situation. */
export const always = throughout('always');

/** A condition on the states of nodes is given in no situation. */
export const never = throughout('never');
