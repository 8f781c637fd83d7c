/** Keys by rank, the lowest on top: a binary heap as plain data, so that it can stand in a node's state. */
export interface RankHeap {
  ranks: number[];
  keys: string[];
}

export function createRankHeap(): RankHeap {
  return { ranks: [], keys: [] };
}

export function pushRank({ ranks, keys }: RankHeap, rank: number, key: string): void {
  let hole = ranks.length;
  ranks.push(rank);
  keys.push(key);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = ranks[parent] ?? rank;
    if (above <= rank) break;
    ranks[hole] = above;
    keys[hole] = keys[parent] ?? key;
    hole = parent;
  }
  ranks[hole] = rank;
  keys[hole] = key;
}

/** Takes the top away; nothing happens when there is none. */
export function dropTopRank({ ranks, keys }: RankHeap): void {
  const rank = ranks.pop();
  const key = keys.pop();
  const size = ranks.length;
  if (rank === undefined || key === undefined || size === 0) return;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    if (child + 1 < size && (ranks[child + 1] ?? rank) < (ranks[child] ?? rank)) child += 1;
    const below = ranks[child] ?? rank;
    if (below >= rank) break;
    ranks[hole] = below;
    keys[hole] = keys[child] ?? key;
    hole = child;
  }
  ranks[hole] = rank;
  keys[hole] = key;
}

export function clearRanks(heap: RankHeap): void {
  heap.ranks = [];
  heap.keys = [];
}
