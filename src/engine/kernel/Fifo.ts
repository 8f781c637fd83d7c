/**
 * A first in, first out line as plain data, so that it can stand in a node's state. Taking the first costs
 * constant amortised time, which `Array.shift` does not promise for long lines.
 */
export interface Fifo<T> {
  items: T[];
  head: number;
}

export function createFifo<T>(): Fifo<T> {
  return { items: [], head: 0 };
}

export function lengthOf(line: Fifo<unknown>): number {
  return line.items.length - line.head;
}

export function pushLast<T>(line: Fifo<T>, item: T): void {
  line.items.push(item);
}

/** Puts an item back where it will be taken next. */
export function pushFirst<T>(line: Fifo<T>, item: T): void {
  if (line.head > 0) {
    line.head -= 1;
    line.items[line.head] = item;
  } else line.items.unshift(item);
}

/** Puts the earliest item that fits where it will be taken next; false when none does. */
export function moveFirst<T>(line: Fifo<T>, fits: (item: T) => boolean): boolean {
  const at = line.items.findIndex((item, index) => index >= line.head && fits(item));
  if (at < 0) return false;
  for (const item of line.items.splice(at, 1)) pushFirst(line, item);
  return true;
}

export function first<T>(line: Fifo<T>): T | undefined {
  return line.items[line.head];
}

export function takeFirst<T>(line: Fifo<T>): T | undefined {
  if (line.head >= line.items.length) return undefined;
  const item = line.items[line.head];
  line.head += 1;
  // Dropping the taken half only when it outweighs the rest keeps the cost constant on average.
  if (line.head > 32 && line.head * 2 > line.items.length) {
    line.items = line.items.slice(line.head);
    line.head = 0;
  }
  return item;
}

/** The items still in line, first to last. */
export function itemsOf<T>(line: Fifo<T>): readonly T[] {
  return line.head === 0 ? line.items : line.items.slice(line.head);
}

/** The first items of the line, at most `count`. */
export function firstItems<T>(line: Fifo<T>, count: number): readonly T[] {
  return line.items.slice(line.head, line.head + count);
}
