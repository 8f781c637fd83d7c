import type { FaultVerb } from '#engine/model/messages';
import type { Configuration } from './Configuration';
import type { LocalSteps, Outcome } from './LocalSteps';
import type { Move } from './Move';
import type { MessageShape, NodeShape } from './Shapes';
import { doubled } from './wireFaults';

type Sort = Move['sort'];

/** Numbers of one entry of the table: node shape, message shape with lane, names in common, and where its moves stand. */
const width = 4;
const firstLength = width << 8;

/** So many names of a message, and of a node, fit into one number that says which are the same. */
const mostNames = 5;
const digit = 64;

const none: readonly number[] = [];

/**
 * The moves that the steps of single nodes come to, each list worked out once and found again by three numbers: every
 * transition looks here, and most find what was there before.
 */
export class MoveBook {
  private readonly steps: LocalSteps;
  private readonly placeOf: Int32Array;
  private readonly laneCount: number;
  private table = new Int32Array(firstLength);
  private count = 0;
  private readonly lists: (readonly Move[])[] = [];
  private readonly timers: (readonly Move[])[][] = [];
  private readonly others = new Map<readonly Outcome[] | string, readonly Move[]>();
  private nextId = 0;

  constructor(steps: LocalSteps, placeOf: Int32Array, laneCount: number) {
    this.steps = steps;
    this.placeOf = placeOf;
    this.laneCount = laneCount;
  }

  timer(shape: NodeShape, index: number): readonly Move[] {
    const known = (this.timers[shape.id] ??= []);
    return (known[index] ??= this.made(
      'timer',
      shape.node,
      index,
      null,
      this.steps.timer(shape, index),
      none,
    ));
  }

  befall(shape: NodeShape, verb: FaultVerb): readonly Move[] {
    return this.listed('befall', shape.node, -1, verb, this.steps.befall(shape, verb), none);
  }

  /** The last message of a lane comes twice. */
  duplicate(shape: NodeShape, lane: number, tail: MessageShape): readonly Move[] {
    const key = `${shape.id} ${lane} ${tail.id}`;
    const known = this.others.get(key);
    if (known !== undefined) return known;
    const made = this.made('duplicate', shape.node, lane, null, [doubled(shape, tail)], none);
    this.others.set(key, made);
    return made;
  }

  /** The first message of a lane is received, or lost, by the node at a place. */
  message(here: Configuration, shape: NodeShape, lane: number, isLost: boolean): readonly Move[] {
    const head = here.headShape(lane);
    const common = this.namesInCommon(here, shape, lane, head);
    const said = 2 * (head.id * this.laneCount + lane) + (isLost ? 1 : 0);
    if (common < 0 || said > 0x7fffffff) return this.worked(here, shape, lane, head, isLost);
    const { table } = this;
    const mask = table.length - 1;
    let slot = hashOf(shape.id, said, common) & mask & -width;
    for (let list = table[slot + 3] ?? 0; list !== 0; list = table[slot + 3] ?? 0) {
      if (table[slot] === shape.id && table[slot + 1] === said && table[slot + 2] === common)
        return this.lists[list - 1] ?? [];
      slot = (slot + width) & mask;
    }
    const found = this.worked(here, shape, lane, head, isLost);
    this.lists.push(found);
    table.set([shape.id, said, common, this.lists.length], slot);
    this.count += 1;
    if (2 * width * this.count > table.length) this.grow();
    return found;
  }

  /** Which names of the node those of the message are, as one number; −1 where they are too many. */
  private namesInCommon(
    here: Configuration,
    shape: NodeShape,
    lane: number,
    { ranges }: MessageShape,
  ): number {
    const { cells } = here;
    const { nameCount } = shape;
    const count = ranges.length;
    if (count > mostNames || nameCount >= digit - 1) return -1;
    const own = (here.nodeAt[this.placeOf[shape.node] ?? 0] ?? 0) + 1;
    const brought = (here.laneAt[lane] ?? 0) + 2;
    let common = 0;
    for (let index = 0; index < count; index += 1) {
      const name = cells[brought + index];
      let place = nameCount - 1;
      while (place >= 0 && cells[own + place] !== name) place -= 1;
      common = common * digit + place + 1;
    }
    return common;
  }

  private worked(
    here: Configuration,
    shape: NodeShape,
    lane: number,
    head: MessageShape,
    isLost: boolean,
  ): readonly Move[] {
    const own = here.namesAt((here.nodeAt[this.placeOf[shape.node] ?? 0] ?? 0) + 1, shape.nameCount);
    const brought = here.namesAt((here.laneAt[lane] ?? 0) + 2, head.ranges.length);
    const places = brought.map((name) => own.indexOf(name));
    const outcomes = this.steps.message(shape, lane, head, places, isLost);
    const fresh = places.flatMap((place, name) => (place < 0 ? [name] : []));
    return this.listed(isLost ? 'lose' : 'receive', shape.node, lane, null, outcomes, fresh);
  }

  private listed(
    sort: Sort,
    node: number,
    from: number,
    verb: FaultVerb | null,
    outcomes: readonly Outcome[],
    fresh: readonly number[],
  ): readonly Move[] {
    const known = this.others.get(outcomes);
    if (known !== undefined) return known;
    const made = this.made(sort, node, from, verb, outcomes, fresh);
    this.others.set(outcomes, made);
    return made;
  }

  private made(
    sort: Sort,
    node: number,
    from: number,
    verb: FaultVerb | null,
    outcomes: readonly Outcome[],
    fresh: readonly number[],
  ): readonly Move[] {
    const place = this.placeOf[node] ?? -1;
    const own = sort === 'timer' || sort === 'befall' ? [] : [from];
    return outcomes.map((outcome) => {
      const lanes = [...new Set([...own, ...outcome.sent.map(({ lane }) => lane)])].toSorted((a, b) => a - b);
      return { id: this.nextId++, sort, node, place, from, verb, outcome, lanes, fresh };
    });
  }

  private grow(): void {
    const old = this.table;
    const table = new Int32Array(2 * old.length);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += width) {
      if (old[from + 3] === 0) continue;
      const entry = old.subarray(from, from + width);
      let slot = hashOf(entry[0] ?? 0, entry[1] ?? 0, entry[2] ?? 0) & mask & -width;
      while (table[slot + 3] !== 0) slot = (slot + width) & mask;
      table.set(entry, slot);
    }
    this.table = table;
  }
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
