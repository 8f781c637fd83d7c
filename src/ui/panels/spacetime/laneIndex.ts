import { groupedBy } from './groupedBy';
import type { LaneBar, LaneState, LaneWindow } from '#engine/runtime/lanes/LaneWindow';

/** What drawing a tile needs to know of all of it, worked out once. */
export interface LaneIndex {
  /** How many bars lie side by side in each node. */
  readonly slots: ReadonlyMap<number, number>;
  /** States over which a hatched bar lies, which says more. */
  readonly told: ReadonlySet<LaneState>;
  /** When something is marked in each node, in order. */
  readonly marked: ReadonlyMap<number, readonly number[]>;
}

const known = new WeakMap<LaneWindow, LaneIndex>();

/** The index of a tile; the same one as long as the tile lives. */
export function laneIndex(tile: LaneWindow): LaneIndex {
  const before = known.get(tile);
  if (before !== undefined) return before;
  const index = { slots: slotsOf(tile.bars), told: toldOf(tile), marked: markedOf(tile) };
  known.set(tile, index);
  return index;
}

function slotsOf(bars: readonly LaneBar[]): ReadonlyMap<number, number> {
  const slots = new Map<number, number>();
  for (const { node, slot } of bars) slots.set(node, Math.max(slots.get(node) ?? 1, slot + 1));
  return slots;
}

function markedOf({ marks }: LaneWindow): ReadonlyMap<number, readonly number[]> {
  const times = [...groupedBy(marks, ({ node }) => node)].map(
    ([node, own]) => [node, own.map(({ timeUs }) => timeUs).toSorted((a, b) => a - b)] as const,
  );
  return new Map(times);
}

function toldOf({ bars, states }: LaneWindow): ReadonlySet<LaneState> {
  const told = new Set<LaneState>();
  const byNode = groupedBy(
    bars.filter(({ isHeld }) => isHeld),
    ({ node }) => node,
  );
  for (const [node, own] of groupedBy(states, (state) => state.node)) {
    const held = (byNode.get(node) ?? []).toSorted((a, b) => a.fromUs - b.fromUs);
    let at = 0;
    let reachUs = -Infinity;
    for (const state of own.toSorted((a, b) => a.fromUs - b.fromUs)) {
      for (let bar = held[at]; bar !== undefined && bar.fromUs < state.toUs; bar = held[at]) {
        reachUs = Math.max(reachUs, bar.toUs);
        at += 1;
      }
      // Something that began before the state ends reaches into it.
      if (reachUs > state.fromUs) told.add(state);
    }
  }
  return told;
}
