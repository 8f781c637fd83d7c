import type { Space } from '../Space';

/** Nodes that change places with others that are like them, and their wires with theirs. Twice it is as it was. */
export interface Swap {
  /** By place in `layout.nodes`: who stands there afterwards. */
  readonly places: readonly number[];
  /** By lane: the one that stands for it afterwards. */
  readonly lanes: readonly number[];
}

/** Like parts of a flow, of which each may change places with the next. */
export interface LikeUnits {
  /** The places of each part, in the same order. */
  readonly units: readonly (readonly number[])[];
  /** By number of a part, except for the last: it changes places with the next one. */
  readonly swaps: readonly Swap[];
}

/** With more parts than these the orders of all of them are too many to be kept apart; they are taken as several. */
const mostUnits = 5;

/**
 * Parts of a flow that look alike: nodes of one kind with equal settings, whose wires lead to the same nodes or to nodes
 * that look alike in their turn. Whether they are alike is for `Mirror` to find out. None has a node that is told apart.
 */
export function findLikeUnits(space: Space, toldApart: ReadonlySet<number>): readonly LikeUnits[] {
  const count = space.layout.nodes.length;
  const taken = new Set(toldApart);
  const found: LikeUnits[] = [];
  for (let first = 0; first < count; first += 1) {
    if (taken.has(first)) continue;
    const like = likeUnitsOf(first, space, taken);
    if (like === null) continue;
    for (const place of like.units.flat()) taken.add(place);
    found.push(like);
  }
  return found;
}

function likeUnitsOf(first: number, space: Space, taken: ReadonlySet<number>): LikeUnits | null {
  const swaps: Swap[] = [];
  const units: (readonly number[])[] = [];
  let last = first;
  for (let other = first + 1; other < space.layout.nodes.length && swaps.length < mostUnits - 1; other += 1) {
    if (taken.has(other) || units.some((unit) => unit.includes(other))) continue;
    const search = new SwapSearch(space, last, other);
    const swap = search.find();
    const unit = units.at(-1) ?? search.firsts;
    const next = unit.map((place) => swap?.places[place] ?? -1);
    const isFree = next.every((place) => !taken.has(place) && !units.flat().includes(place));
    if (swap === null || !isFree || !isWhole(swap, unit, next)) continue;
    if (units.length === 0) units.push(unit);
    units.push(next);
    swaps.push(swap);
    last = other;
  }
  return swaps.length === 0 ? null : { units, swaps };
}

/** Whether these two parts, which have no node in common, are all that moves. */
function isWhole({ places }: Swap, unit: readonly number[], next: readonly number[]): boolean {
  const moved = places.flatMap((to, place) => (to === place ? [] : [place]));
  const parts = new Set([...unit, ...next]);
  return (
    parts.size === 2 * unit.length && moved.length === parts.size && moved.every((one) => parts.has(one))
  );
}

/** Looks for a way to let two nodes change places. */
class SwapSearch {
  private readonly space: Space;
  private readonly places = new Map<number, number>();
  private readonly wires = new Map<number, number>();
  private readonly pairs: (readonly [number, number])[] = [];

  constructor(space: Space, one: number, other: number) {
    this.space = space;
    this.pair(one, other);
  }

  /** The nodes of the part of the first one. */
  get firsts(): readonly number[] {
    return this.pairs.map(([one]) => one);
  }

  find(): Swap | null {
    // The list grows while it is read.
    for (const [one, other] of this.pairs)
      if (!this.isAlike(one, other) || !this.join(one, other)) return null;
    const { layout, plan } = this.space;
    const places = layout.nodes.map((_, place) => this.places.get(place) ?? place);
    const wires = plan.wires.map((_, wire) => this.wires.get(wire) ?? wire);
    const isEven = wires.every((to, wire) => wires[to] === wire) && this.fits(places, wires);
    return isEven ? { places, lanes: wires.flatMap((to) => [2 * to, 2 * to + 1]) } : null;
  }

  private pair(one: number, other: number): boolean {
    const [known, back] = [this.places.get(one), this.places.get(other)];
    if (known !== undefined || back !== undefined) return known === other && back === one;
    this.places.set(one, other);
    this.places.set(other, one);
    if (one !== other) this.pairs.push([one, other]);
    return true;
  }

  private isAlike(one: number, other: number): boolean {
    const [first, second] = [one, other].map((place) => {
      const { kind, settings } = this.space.plan.doc.nodes[this.space.layout.nodes[place] ?? -1] ?? {};
      return JSON.stringify([kind, settings]);
    });
    return first === second;
  }

  /** Finds for each wire of one node a wire of the other that stands for it. */
  private join(one: number, other: number): boolean {
    const [own, others] = [this.endsOf(one), this.endsOf(other)];
    if (own.length !== others.length) return false;
    const free = new Set(others);
    for (const end of own) {
      const fitting = [...free].filter(({ label }) => label === end.label);
      const goal = this.places.get(end.far) ?? end.far;
      const found =
        fitting.find(({ far }) => far === goal) ?? fitting.find(({ far }) => !this.places.has(far));
      if (found === undefined || !this.pair(end.far, found.far)) return false;
      free.delete(found);
      const known = this.wires.get(end.wire);
      if (known !== undefined && known !== found.wire) return false;
      this.wires.set(end.wire, found.wire);
      this.wires.set(found.wire, end.wire);
    }
    return true;
  }

  private endsOf(place: number): readonly WireEnd[] {
    const { plan, placeOf } = this.space;
    return plan.wires.flatMap((wire, index) => {
      const [from, to] = [placeOf[wire.from] ?? -1, placeOf[wire.to] ?? -1];
      const { from: start, to: end, settings } = plan.doc.wires[index] ?? {};
      const label = JSON.stringify([start?.port, end?.port, settings]);
      return [
        ...(from === place ? [{ wire: index, far: to, label: `out ${label}` }] : []),
        ...(to === place ? [{ wire: index, far: from, label: `in ${label}` }] : []),
      ];
    });
  }

  /** Whether every wire joins what stands for the ends of the wire it stands for. */
  private fits(places: readonly number[], wires: readonly number[]): boolean {
    const { plan, placeOf } = this.space;
    return plan.wires.every(({ from, to }, wire) => {
      const image = plan.wires[wires[wire] ?? -1];
      if (image === undefined) return false;
      const [start, end] = [places[placeOf[from] ?? -1], places[placeOf[to] ?? -1]];
      return placeOf[image.from] === start && placeOf[image.to] === end;
    });
  }
}

interface WireEnd {
  readonly wire: number;
  readonly far: number;
  readonly label: string;
}
