import type { Shapes, NodeShape, MessageShape } from './Shapes';

/** Where things stand in a configuration, the same for all configurations of a flow. */
export interface Layout {
  /** Indices of the nodes that run. */
  readonly nodes: readonly number[];
  readonly laneCount: number;
  /** Whole numbers before everything else: what a property remembers, and how much of the budget of faults is spent. */
  readonly extraCount: number;
}

/** One configuration, unpacked: a row of whole numbers, and where in it things begin. */
export class Configuration {
  readonly layout: Layout;
  readonly shapes: Shapes;
  /** Extras; then each node as its shape and its names; then each lane as its length and its messages, likewise. */
  cells = new Int32Array(256);
  /** By cell: 1 where it is a name. */
  isName = new Uint8Array(256);
  /** How many cells there are. */
  length = 0;
  /** By place in `layout.nodes`: where its shape stands. */
  readonly nodeAt: Int32Array;
  /** By lane: where its length stands. */
  readonly laneAt: Int32Array;
  /** The highest name. */
  highest = 0;

  constructor(layout: Layout, shapes: Shapes) {
    this.layout = layout;
    this.shapes = shapes;
    this.nodeAt = new Int32Array(layout.nodes.length);
    this.laneAt = new Int32Array(layout.laneCount);
  }

  extra(index: number): number {
    return this.cells[index] ?? 0;
  }

  /** The shape of the node at a place in `layout.nodes`. */
  nodeShape(place: number): NodeShape {
    const shape = this.shapes.nodes[this.cells[this.nodeAt[place] ?? 0] ?? 0];
    if (shape === undefined) throw new RangeError('A configuration holds shapes that were met.');
    return shape;
  }

  laneLength(lane: number): number {
    return this.cells[this.laneAt[lane] ?? 0] ?? 0;
  }

  /** The shape of the first message in a lane that is not empty; its names stand behind it. */
  headShape(lane: number): MessageShape {
    const shape = this.shapes.messages[this.cells[(this.laneAt[lane] ?? 0) + 1] ?? 0];
    if (shape === undefined) throw new RangeError('A lane that is not empty has a first message.');
    return shape;
  }

  /** The shape of the last message in a lane that is not empty. */
  tailShape(lane: number): MessageShape {
    const { cells, laneAt, shapes } = this;
    let at = (laneAt[lane] ?? 0) + 1;
    let shape = this.headShape(lane);
    for (let left = this.laneLength(lane); left > 1; left -= 1) {
      at += 1 + shape.ranges.length;
      shape = shapes.messages[cells[at] ?? 0] ?? shape;
    }
    return shape;
  }

  /** So many names from a cell on. */
  namesAt(at: number, count: number): readonly number[] {
    const names: number[] = [];
    for (let index = 0; index < count; index += 1) names.push(this.cells[at + index] ?? 0);
    return names;
  }

  /** Where a lane ends. */
  laneEnd(lane: number): number {
    return lane + 1 < this.laneAt.length ? (this.laneAt[lane + 1] ?? 0) : this.length;
  }

  /** Where what is said of the node at a place ends. */
  nodeEnd(place: number): number {
    return (this.nodeAt[place] ?? 0) + 1 + this.nodeShape(place).nameCount;
  }

  /** Reads a packed row, from a byte to before another. */
  unpack(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.readCells(bytes, start, end);
    const { nodes, laneCount, extraCount } = this.layout;
    const { cells, shapes, nodeAt, laneAt } = this;
    let at = extraCount;
    let highest = 0;
    for (let place = 0; place < nodes.length; place += 1) {
      nodeAt[place] = at;
      const count = shapes.nodes[cells[at] ?? 0]?.nameCount ?? 0;
      if (count > 0) highest = this.readNames(at + 1, count, highest);
      at += 1 + count;
    }
    for (let lane = 0; lane < laneCount; lane += 1) {
      laneAt[lane] = at;
      let left = cells[at] ?? 0;
      at += 1;
      for (; left > 0; left -= 1) {
        const count = shapes.messages[cells[at] ?? 0]?.ranges.length ?? 0;
        highest = this.readNames(at + 1, count, highest);
        at += 1 + count;
      }
    }
    this.length = at;
    this.highest = highest;
  }

  private readNames(at: number, count: number, highest: number): number {
    const { cells, isName } = this;
    let most = highest;
    for (let cell = at; cell < at + count; cell += 1) {
      isName[cell] = 1;
      const name = cells[cell] ?? 0;
      if (name > most) most = name;
    }
    return most;
  }

  private readCells(bytes: Uint8Array, start: number, end: number): void {
    if (end - start > this.cells.length) {
      this.cells = new Int32Array(2 * (end - start));
      this.isName = new Uint8Array(2 * (end - start));
    }
    const { cells, isName } = this;
    let length = 0;
    let value = 0;
    let shift = 0;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      value |= (byte & 127) << shift;
      if (byte > 127) shift += 7;
      else {
        cells[length] = value;
        isName[length] = 0;
        length += 1;
        value = 0;
        shift = 0;
      }
    }
  }
}
