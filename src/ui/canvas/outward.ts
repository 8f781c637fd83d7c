import type { Port } from '#engine/model/NodeKind';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The direction out of the node on a side. */
export function outward(side: Port['side']): Point {
  switch (side) {
    case 'left':
      return { x: -1, y: 0 };
    case 'right':
      return { x: 1, y: 0 };
    case 'top':
      return { x: 0, y: -1 };
    case 'bottom':
      return { x: 0, y: 1 };
  }
}
