import type { FlowNode } from '#engine/model/FlowDoc';

/** The widest of the usual grids on which all of these nodes lie, in whole pixels; 1 when there is none. */
export function gridOf(nodes: readonly Pick<FlowNode, 'x' | 'y'>[]): number {
  const isOn = (grid: number) =>
    nodes.every(({ x, y }) => Math.round(x) % grid === 0 && Math.round(y) % grid === 0);
  return [40, 20, 16, 10, 8, 5, 4, 2].find(isOn) ?? 1;
}
