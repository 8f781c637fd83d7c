import type { Configuration } from '../Configuration';
import type { Space } from '../Space';
import type { LikeUnits } from './findSwaps';
import type { OrbitBook } from './OrbitBook';

/** What each of several like parts of a configuration is in, as numbers to sort them by. */
export class UnitKeys {
  private readonly orbits: OrbitBook;
  private readonly units: LikeUnits['units'];
  /** By part: the lanes into and out of its nodes. */
  private readonly lanes: readonly (readonly number[])[];
  /** Places of nodes that keep theirs. */
  private readonly rest: readonly number[];

  constructor(space: Space, { units, swaps }: LikeUnits, orbits: OrbitBook) {
    this.orbits = orbits;
    this.units = units;
    const moved = new Set(units.flat());
    this.rest = space.layout.nodes.flatMap((_, place) => (moved.has(place) ? [] : [place]));
    const [first = []] = units;
    let lanes: readonly number[] = [...space.senderOf].flatMap((sender, lane) =>
      first.includes(sender) || first.includes(space.receiverOf[lane] ?? -1) ? [lane] : [],
    );
    this.lanes = units.map((_, unit) => {
      if (unit > 0) lanes = lanes.map((lane) => swaps[unit - 1]?.lanes[lane] ?? lane);
      return lanes;
    });
  }

  of(configuration: Configuration): readonly (readonly number[])[] {
    const colours = this.coloursOf(configuration);
    return this.units.map((unit, index) => this.keyOf(configuration, unit, this.lanes[index] ?? [], colours));
  }

  /** By name: as the how manieth it is spoken of in the rest of the flow, from 1. */
  private coloursOf(configuration: Configuration): ReadonlyMap<number, number> {
    const colours = new Map<number, number>();
    for (const place of this.rest) {
      const { nameCount } = configuration.nodeShape(place);
      for (const name of configuration.namesAt((configuration.nodeAt[place] ?? 0) + 1, nameCount)) {
        if (!colours.has(name)) colours.set(name, colours.size + 1);
      }
    }
    return colours;
  }

  private keyOf(
    configuration: Configuration,
    unit: readonly number[],
    lanes: readonly number[],
    colours: ReadonlyMap<number, number>,
  ): readonly number[] {
    const key: number[] = [];
    const names: number[] = [];
    for (const place of unit) {
      const shape = configuration.nodeShape(place);
      // Who is in what was met last stands first, and so is let go on where it makes no difference who goes.
      key.push(-this.orbits.nodeNumber(shape));
      names.push(...configuration.namesAt((configuration.nodeAt[place] ?? 0) + 1, shape.nameCount));
    }
    for (const lane of lanes) {
      key.push(configuration.laneLength(lane));
      let at = (configuration.laneAt[lane] ?? 0) + 1;
      for (let left = configuration.laneLength(lane); left > 0; left -= 1) {
        const shape = configuration.shapes.messages[configuration.cells[at] ?? 0];
        if (shape === undefined) break;
        key.push(this.orbits.messageNumber(shape));
        names.push(...configuration.namesAt(at + 1, shape.ranges.length));
        at += 1 + shape.ranges.length;
      }
    }
    return [...key, ...names.map((name) => colours.get(name) ?? 0)];
  }
}

/** Below 0 where the first comes first, number by number, a shorter one before what begins like it. */
export function compareKeys(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const length = Math.min(first.length, second.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
