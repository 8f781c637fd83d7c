import { createLine, type Line } from './Line';

/** Where something is put: next to go, last to go, where it stood before, or as if it came now. */
export type Place = 'head' | 'tail' | 'old' | 'new';

/** Everything that waits for one group, or in a dispatch loop for all of them, as plain data. */
export interface Queue<T> {
  /** One, or one for each partition. */
  readonly lines: Line<T>[];
  /** How many wait, in all lines: what capacity limits. */
  waiting: number;
  /** The partition that is looked at first, so that all get their turn. */
  nextLine: number;
}

export function createQueue<T>(partitions: number): Queue<T> {
  return { lines: Array.from({ length: partitions }, () => createLine<T>()), waiting: 0, nextLine: 0 };
}
