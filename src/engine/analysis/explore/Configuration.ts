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

  /** Reads a packed row. */
  unpack(row: Uint8Array): void {
    this.readCells(row);
    const { nodes, laneCount, extraCount } = this.layout;
    const { cells, shapes } = this;
    let at = extraCount;
    let highest = 0;
    for (let place = 0; place < nodes.length; place += 1) {
      this.nodeAt[place] = at;
      const end = at + 1 + (shapes.nodes[cells[at] ?? 0]?.nameCount ?? 0);
      for (at += 1; at < end; at += 1) highest = Math.max(highest, cells[at] ?? 0);
    }
    for (let lane = 0; lane < laneCount; lane += 1) {
      this.laneAt[lane] = at;
      let left = cells[at] ?? 0;
      at += 1;
      for (; left > 0; left -= 1) {
        const end = at + 1 + (shapes.messages[cells[at] ?? 0]?.ranges.length ?? 0);
        for (at += 1; at < end; at += 1) highest = Math.max(highest, cells[at] ?? 0);
      }
    }
    this.highest = highest;
  }

  private readCells(row: Uint8Array): void {
    if (row.length > this.cells.length) this.cells = new Int32Array(2 * row.length);
    const { cells } = this;
    let length = 0;
    let value = 0;
    let shift = 0;
    for (const byte of row) {
      value |= (byte & 127) << shift;
      if (byte > 127) shift += 7;
      else {
        cells[length] = value;
        length += 1;
        value = 0;
        shift = 0;
      }
    }
    this.length = length;
  }
}

/** Writes rows: seven bits of a number in a byte, the lowest first, with a mark where more follows. */
export class RowWriter {
  row = new Uint8Array(4096);
  length = 0;
  /** By old name: its new one, in the order in which they come, from 1; 0 for none yet. */
  private renamed = new Int32Array(256);
  private nextName = 0;

  begin(highest: number): void {
    this.length = 0;
    this.nextName = 0;
    if (highest >= this.renamed.length) this.renamed = new Int32Array(2 * highest + 2);
    else this.renamed.fill(0, 0, highest + 1);
  }

  /** A number that is no name. */
  write(value: number): void {
    if (this.length + 5 > this.row.length) this.grow();
    let rest = value;
    while (rest > 127) {
      this.row[this.length] = (rest & 127) | 128;
      this.length += 1;
      rest >>>= 7;
    }
    this.row[this.length] = rest;
    this.length += 1;
  }

  /** A name, as a number by the order in which names come. */
  writeName(name: number): void {
    let number = this.renamed[name] ?? 0;
    if (number === 0) {
      this.nextName += 1;
      number = this.nextName;
      this.renamed[name] = number;
    }
    this.write(number);
  }

  private grow(): void {
    const grown = new Uint8Array(2 * this.row.length);
    grown.set(this.row);
    this.row = grown;
  }
}
