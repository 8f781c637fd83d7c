import type { Box } from '#ui/store/boxes';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export interface PlacedNode extends Box {
  readonly id: string;
}

/** Ways aside count double, so that going right does not jump to a near node that lies mostly below. */
const asideWeight = 2;

/**
 * The node that lies next in a direction, or the first in reading order when none is current. Null at the edge
 * of the flow.
 */
export function nextNode(
  nodes: readonly PlacedNode[],
  current: string | null,
  direction: Direction,
): string | null {
  const from = nodes.find((node) => node.id === current);
  if (from === undefined) return firstOf(nodes);
  let best: { readonly id: string; readonly cost: number } | null = null;
  for (const node of nodes) {
    const [ahead, aside] = wayTo(from, node, direction);
    if (node.id === from.id || ahead <= 0 || aside > ahead * 3) continue;
    const cost = ahead + aside * asideWeight;
    if (best === null || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}

function firstOf(nodes: readonly PlacedNode[]): string | null {
  const sorted = nodes.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return sorted[0]?.id ?? null;
}

function wayTo(from: Box, to: Box, direction: Direction): readonly [ahead: number, aside: number] {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  switch (direction) {
    case 'ArrowLeft':
      return [-dx, Math.abs(dy)];
    case 'ArrowRight':
      return [dx, Math.abs(dy)];
    case 'ArrowUp':
      return [-dy, Math.abs(dx)];
    case 'ArrowDown':
      return [dy, Math.abs(dx)];
  }
}
