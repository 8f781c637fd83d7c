const firstPlaces = 1 << 12;

/** Which configurations lead to which: what is written for one after the other, in their order. */
export class EdgeList {
  private targets = new Int32Array(firstPlaces);
  private starts = new Int32Array(firstPlaces);
  private count = 0;
  /** How many configurations were begun. */
  private sources = 0;

  /** Bytes of memory in use. */
  get memory(): number {
    return 4 * (this.targets.length + this.starts.length);
  }

  /** The next configuration begins. */
  begin(): void {
    if (this.sources + 1 >= this.starts.length) this.starts = longer(this.starts);
    this.starts[this.sources] = this.count;
    this.sources += 1;
    this.starts[this.sources] = this.count;
  }

  /** A move of the configuration that began last leads to `to`. */
  add(to: number): void {
    if (this.count === this.targets.length) this.targets = longer(this.targets);
    this.targets[this.count] = to;
    this.count += 1;
    this.starts[this.sources] = this.count;
  }

  /** How many moves a configuration has. */
  degreeOf(from: number): number {
    return from < this.sources ? (this.starts[from + 1] ?? 0) - (this.starts[from] ?? 0) : 0;
  }

  /** Where a move of a configuration leads, by its number there. */
  target(from: number, ordinal: number): number {
    return this.targets[(this.starts[from] ?? 0) + ordinal] ?? -1;
  }

  /** Whether some way leads back to where it was: what is left when ends are taken away again and again (Kahn 1962). */
  hasCircle(): boolean {
    const into = new Int32Array(this.sources);
    for (let edge = 0; edge < this.count; edge += 1) {
      const to = this.targets[edge] ?? 0;
      if (to < this.sources) into[to] = (into[to] ?? 0) + 1;
    }
    const free: number[] = [];
    for (let one = 0; one < this.sources; one += 1) if (into[one] === 0) free.push(one);
    let taken = 0;
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      taken += 1;
      for (let edge = this.starts[one] ?? 0; edge < (this.starts[one + 1] ?? 0); edge += 1) {
        const to = this.targets[edge] ?? 0;
        if (to >= this.sources) continue;
        into[to] = (into[to] ?? 0) - 1;
        if (into[to] === 0) free.push(to);
      }
    }
    return taken < this.sources;
  }
}

function longer(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * list.length);
  grown.set(list);
  return grown;
}
