import type { Configuration } from '../Configuration';
import type { Outcome } from '../LocalSteps';
import type { Move } from '../Move';
import { RowWriter } from '../RowWriter';
import type { MessageShape, NodeShape } from '../Shapes';
import type { Space } from '../Space';
import { findLikeUnits, type LikeUnits, type Swap } from './findSwaps';
import { Mirror, outcomesOf, type Action } from './Mirror';
import { OrbitBook } from './OrbitBook';
import { compareKeys, UnitKeys } from './UnitKeys';

/** Most rows that are compared where parts cannot be told apart by what they are in. */
const mostRows = 130;

/** So many steps are compared at least, and then so many for each configuration. */
const freeSteps = 50_000;
const stepsEach = 4;

interface Like {
  readonly like: LikeUnits;
  readonly swaps: readonly { readonly swap: Swap; readonly mirror: Mirror }[];
  readonly keys: UnitKeys;
}

/**
 * Parts of a flow that are alike, so that it is enough to look at one of the configurations that differ only in which of
 * them is in which state. Every step that is made is first compared with those that stand for it; where that shows a
 * difference, or takes too much, `sure` says so, and whoever explores has to begin anew without it.
 *
 * What is kept of equal configurations is one of them, though not always the same one, which costs room and nothing else.
 */
export class Symmetry {
  private readonly space: Space;
  private readonly likes: readonly Like[];
  private readonly orbits = new OrbitBook();
  private readonly compared = new Set<string>();
  private readonly known = new Set<Outcome>();
  private failed: readonly number[] = [];
  private readonly mirrors: readonly Mirror[];
  private readonly here: Configuration;
  private readonly writer = new RowWriter();

  private constructor(space: Space, likes: readonly LikeUnits[]) {
    this.space = space;
    this.here = space.create();
    this.likes = likes.map((like) => ({
      like,
      swaps: like.swaps.map((swap) => ({ swap, mirror: new Mirror(space, swap) })),
      keys: new UnitKeys(space, like, this.orbits),
    }));
    this.mirrors = this.likes.flatMap(({ swaps }) => swaps.map(({ mirror }) => mirror));
  }

  /** What is alike in a flow, apart from nodes at places that are told apart; null where nothing is. */
  static of(space: Space, toldApart: readonly number[]): Symmetry | null {
    const likes = findLikeUnits(space, new Set(toldApart));
    if (likes.length === 0) return null;
    const made = new Symmetry(space, likes);
    if (!made.mirrors.every((mirror) => mirror.begin() || made.fail(mirror))) {
      return Symmetry.of(space, [...toldApart, ...made.unlike]);
    }
    for (const node of space.layout.nodes) made.note(space.steps.begin(node));
    return made;
  }

  /** Places of nodes that look alike and were found not to be; empty as long as nothing of that sort was found. */
  get unlike(): readonly number[] {
    return this.failed;
  }

  /** The lanes that stand for a lane, itself among them. */
  lanesLike(lane: number): readonly number[] {
    const found = [lane];
    // The list grows while it is read.
    for (const one of found) {
      for (const { swap } of this.likes.flatMap(({ swaps }) => swaps)) {
        const other = swap.lanes[one] ?? one;
        if (!found.includes(other)) found.push(other);
      }
    }
    return found;
  }

  /** Whether a step comes to the same in all parts that are alike, as was found by comparing; `seen` says how much was explored. */
  sure(from: Configuration, move: Move, seen: number): boolean {
    // A message that comes twice changes nothing of the node.
    if (move.sort === 'duplicate' || this.known.has(move.outcome)) return true;
    this.known.add(move.outcome);
    const waiting = [actionOf(from, move)];
    for (let action = waiting.pop(); action !== undefined; action = waiting.pop()) {
      const key = keyOf(action);
      if (this.compared.has(key)) continue;
      this.compared.add(key);
      if (this.compared.size > freeSteps + stepsEach * seen) return this.fail(null);
      for (const mirror of this.mirrors) {
        const image = mirror.actionOf(action);
        if (image === null || !mirror.compare(action, image)) return this.fail(mirror);
        waiting.push(image);
      }
      this.note(outcomesOf(action, this.space));
    }
    return true;
  }

  /** These parts, or all where it became too much, are not known to be alike. */
  private fail(mirror: Mirror | null): false {
    const failed = this.likes.filter(
      ({ swaps }) => mirror === null || swaps.some((swap) => swap.mirror === mirror),
    );
    this.failed = failed.flatMap(({ like }) => like.units.flat());
    return false;
  }

  private note(outcomes: readonly Outcome[]): void {
    for (const { shape, sent } of outcomes) {
      this.orbits.noteNode(shape, this.mirrors);
      for (const { shape: id } of sent) this.orbits.noteMessage(this.messageShape(id), this.mirrors);
    }
  }

  /** The row that is kept for a row: the first of those that stand for it. Null where it is not known what these are. */
  canonical(row: Uint8Array): Uint8Array | null {
    let best: Uint8Array | null = row;
    for (const like of this.likes) best = best === null ? null : this.sorted(best, like);
    return best;
  }

  private messageShape(id: number): MessageShape {
    const shape = this.space.steps.shapes.messages[id];
    if (shape === undefined) throw new RangeError('Messages that are sent have shapes.');
    return shape;
  }

  /** Sorts the parts by what they are in, and tries the orders of those that this does not tell apart. */
  private sorted(row: Uint8Array, { swaps, keys }: Like): Uint8Array | null {
    let best = row;
    this.here.unpack(best);
    const found = [...keys.of(this.here)];
    for (let end = found.length - 1; end > 0; end -= 1) {
      for (let at = 0; at < end; at += 1) {
        const [first = [], second = []] = [found[at], found[at + 1]];
        if (compareKeys(first, second) <= 0) continue;
        const swapped = this.swapped(best, swaps[at]);
        if (swapped === null) return null;
        best = swapped;
        [found[at], found[at + 1]] = [second, first];
      }
    }
    const ties = swaps.filter((_, at) => compareKeys(found[at] ?? [], found[at + 1] ?? []) === 0);
    return ties.length === 0 ? best : this.least(best, ties);
  }

  private least(row: Uint8Array, ties: Like['swaps']): Uint8Array | null {
    const known = new Set([row.join()]);
    const rows = [row];
    let best = row;
    // The list grows while it is read.
    for (const one of rows) {
      for (const tie of ties) {
        const other = this.swapped(one, tie);
        if (other === null) return null;
        if (isSame(one, other) || known.size >= mostRows) continue;
        const text = other.join();
        if (known.has(text)) continue;
        known.add(text);
        rows.push(other);
        if (compareKeys(other, best) < 0) best = other;
      }
    }
    return best;
  }

  /** The row in which two parts have changed places. */
  private swapped(row: Uint8Array, swap: Like['swaps'][number] | undefined): Uint8Array | null {
    if (swap === undefined) return null;
    const { here, writer } = this;
    here.unpack(row);
    return write(here, swap.swap, swap.mirror, writer) ? writer.bytes : null;
  }
}

/** Writes a configuration in which nodes have changed places; false where it is not known what stands for something. */
function write(from: Configuration, { places, lanes }: Swap, mirror: Mirror, writer: RowWriter): boolean {
  const { cells, layout, nodeAt, laneAt, shapes } = from;
  writer.begin(from.highest + 1);
  for (let extra = 0; extra < layout.extraCount; extra += 1) writer.write(from.extra(extra));
  for (const source of places) {
    const image = mirror.node(from.nodeShape(source));
    const back = image === undefined ? undefined : mirror.node(image.to);
    if (image === undefined || back === undefined) return false;
    writer.write(image.to.id);
    const at = (nodeAt[source] ?? 0) + 1;
    for (const place of back.places) writer.writeName(cells[at + place] ?? 0);
  }
  for (const source of lanes) {
    let at = laneAt[source] ?? 0;
    let left = cells[at] ?? 0;
    writer.write(left);
    for (at += 1; left > 0; left -= 1) {
      const shape = shapes.messages[cells[at] ?? 0];
      const image = shape === undefined ? undefined : mirror.message(shape);
      const back = image === undefined ? undefined : mirror.message(image.to);
      if (shape === undefined || image === undefined || back === undefined) return false;
      writer.write(image.to.id);
      for (const place of back.places) writer.writeName(cells[at + 1 + place] ?? 0);
      at += 1 + shape.ranges.length;
    }
  }
  writer.end();
  return true;
}

function actionOf(from: Configuration, { place, sort, from: source, verb }: Move): Action {
  const shape: NodeShape = from.nodeShape(place);
  if (sort === 'timer') return { sort, shape, index: source };
  if (verb !== null) return { sort: 'befall', shape, verb };
  const message = from.headShape(source);
  const own = from.namesAt((from.nodeAt[place] ?? 0) + 1, shape.nameCount);
  const brought = from.namesAt((from.laneAt[source] ?? 0) + 2, message.ranges.length);
  const places = brought.map((name) => own.indexOf(name));
  return { sort: 'message', shape, lane: source, message, places, isLost: sort === 'lose' };
}

function keyOf(action: Action): string {
  if (action.sort === 'timer') return `${action.shape.id} timer ${action.index}`;
  if (action.sort === 'befall') return `${action.shape.id} ${action.verb}`;
  const { shape, lane, message, places, isLost } = action;
  return `${shape.id} ${lane} ${message.id} ${isLost} ${places.join(' ')}`;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
