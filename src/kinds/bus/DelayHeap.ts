import type { Waiting } from './Line';

/** What may not go yet, soonest first and in order of arrival among equals: a binary heap as plain data. */
export interface DelayHeap<T> {
  items: T[];
  /** How many ever came; an item's rank is its number among them as long as it is here. */
  count: number;
}

export function createDelayHeap<T>(): DelayHeap<T> {
  return { items: [], count: 0 };
}

export function pushDelayed<T extends Waiting>(heap: DelayHeap<T>, item: T): void {
  heap.count += 1;
  item.rank = heap.count;
  const { items } = heap;
  let hole = items.length;
  items.push(item);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = items[parent];
    if (above === undefined || !isSooner(item, above)) break;
    items[hole] = above;
    hole = parent;
  }
  items[hole] = item;
}

export function takeDelayed<T extends Waiting>({ items }: DelayHeap<T>): T | undefined {
  const [top] = items;
  const item = items.pop();
  if (item === undefined || items.length === 0) return top;
  let hole = 0;
  for (;;) {
    const next = soonerChild(items, hole);
    const below = items[next];
    if (below === undefined || !isSooner(below, item)) break;
    items[hole] = below;
    hole = next;
  }
  items[hole] = item;
  return top;
}

/** All of them in the order in which they will appear. */
export function listDelayed<T extends Waiting>({ items }: DelayHeap<T>): readonly T[] {
  return items.toSorted((a, b) => a.visibleUs - b.visibleUs || a.rank - b.rank);
}

function soonerChild(items: readonly Waiting[], parent: number): number {
  const left = items[2 * parent + 1];
  const right = items[2 * parent + 2];
  const isRight = left !== undefined && right !== undefined && isSooner(right, left);
  return 2 * parent + (isRight ? 2 : 1);
}

function isSooner(one: Waiting, other: Waiting): boolean {
  return one.visibleUs < other.visibleUs || (one.visibleUs === other.visibleUs && one.rank < other.rank);
}
