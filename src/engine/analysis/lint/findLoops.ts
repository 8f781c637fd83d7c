/** An arrow with a weight between two numbered places. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Places of which each leads to each, and by how much they multiply in one turn. */
export interface Loop {
  readonly places: readonly number[];
  readonly gain: number;
}

/**
 * The strongly connected parts of a weighted graph that hold a cycle of positive weight, each with the gain of one turn: the
 * largest product of weights along a cycle of it for a single cycle, and for several the growth per turn of the longest one.
 */
export function findLoops(arcs: readonly Arc[]): readonly Loop[] {
  const positive = arcs.filter(({ weight }) => weight > 0);
  return partsOf(positive).flatMap((places) => {
    const inside = new Set(places);
    const own = positive.filter(({ from, to }) => inside.has(from) && inside.has(to));
    return own.length === 0 ? [] : [{ places, gain: gainOf(places, own) }];
  });
}

/** Strongly connected components (Tarjan, SIAM Journal on Computing 1 (1972) 146), without recursion. */
function partsOf(arcs: readonly Arc[]): readonly (readonly number[])[] {
  const next = new Map<number, number[]>();
  for (const { from, to } of arcs) {
    next.set(from, [...(next.get(from) ?? []), to]);
    if (!next.has(to)) next.set(to, []);
  }
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const parts: number[][] = [];
  const enter = (place: number) => {
    order.set(place, order.size);
    low.set(place, order.size - 1);
    open.push(place);
    isOpen.add(place);
    return { place, left: [...(next.get(place) ?? [])] };
  };
  const lower = (place: number, to: number) => {
    low.set(place, Math.min(low.get(place) ?? 0, to));
  };
  for (const root of next.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.left.pop();
      if (to !== undefined) {
        if (!order.has(to)) path.push(enter(to));
        else if (isOpen.has(to)) lower(top.place, order.get(to) ?? 0);
        continue;
      }
      path.pop();
      const { place } = top;
      const above = path.at(-1);
      if (above !== undefined) lower(above.place, low.get(place) ?? 0);
      if (low.get(place) !== order.get(place)) continue;
      const part = open.splice(open.indexOf(place));
      for (const member of part) isOpen.delete(member);
      parts.push(part);
    }
  }
  return parts;
}

const turns = 400;

/**
 * The growth of one turn: the spectral radius of the part to the power of its shortest cycle through its first place. The
 * radius is that of M + I less 1, for which repetition converges also where all cycles have the same length.
 */
function gainOf(places: readonly number[], arcs: readonly Arc[]): number {
  let amounts = new Map(places.map((place) => [place, 1 / places.length]));
  let growth = 1;
  for (let turn = 0; turn < turns; turn += 1) {
    const next = new Map(amounts);
    for (const { from, to, weight } of arcs) {
      next.set(to, (next.get(to) ?? 0) + (amounts.get(from) ?? 0) * weight);
    }
    growth = [...next.values()].reduce((sum, amount) => sum + amount, 0);
    amounts = new Map([...next].map(([place, amount]) => [place, amount / growth]));
  }
  return Math.max(0, growth - 1) ** shortestCycle(places, arcs);
}

function shortestCycle(places: readonly number[], arcs: readonly Arc[]): number {
  const [start = 0] = places;
  const distance = new Map([[start, 0]]);
  for (const [place, steps] of distance) {
    for (const { from, to } of arcs) {
      if (from !== place) continue;
      if (to === start) return steps + 1;
      if (!distance.has(to)) distance.set(to, steps + 1);
    }
  }
  return 1;
}
