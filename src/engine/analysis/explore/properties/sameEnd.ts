import type { Property, PropertyKind } from '../Property';

/** Whatever the order, every run that ends leaves the same values in the stores. */
export const sameEnd: PropertyKind = {
  id: 'same-end',
  parameters: [],
  readsKeys: () => false,
  make(_, space) {
    const property: Property = {
      id: 'same-end',
      sentence: 'every run that ends leaves the same values in the stores',
      watches: [],
      looksAt: [],
      tellsApart: space.layout.nodes.flatMap((node, place) =>
        space.plan.nodes[node]?.behaviour.form?.values === undefined ? [] : [place],
      ),
      initial: 0,
      next: (remembered) => remembered,
      whyNotEndHere: () => null,
      sameAtEnds(end) {
        const values = space.layout.nodes.flatMap((node, place) => {
          const { name = '' } = space.plan.doc.nodes[node] ?? {};
          const found = space.plan.nodes[node]?.behaviour.form?.values?.(end.nodeShape(place).content.state);
          return found === undefined ? [] : [`${name}: ${JSON.stringify(sorted(found))}`];
        });
        return values.join('; ');
      },
      whyBroken: () => '',
    };
    return property;
  },
};

/** In which order keys were written first makes no difference. */
function sorted(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
