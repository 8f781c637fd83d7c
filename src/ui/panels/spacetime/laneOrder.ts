import type { FlowDoc } from '#engine/model/FlowDoc';

/**
 * The nodes that have a lane, as events go: those nothing leads to first, then by how many wires they are away from
 * them; among equals as they lie on the canvas, from top to bottom.
 */
export function laneOrder(
  { nodes, wires }: Pick<FlowDoc, 'nodes' | 'wires'>,
  runs: (kind: string) => boolean,
) {
  const distances = distancesOf({ nodes, wires });
  return nodes
    .flatMap((node, index) => (runs(node.kind) ? [{ node, index }] : []))
    .toSorted(
      (a, b) =>
        (distances.get(a.node.id) ?? 0) - (distances.get(b.node.id) ?? 0) ||
        a.node.y - b.node.y ||
        a.index - b.index,
    )
    .map(({ index }) => index);
}

function distancesOf({ nodes, wires }: Pick<FlowDoc, 'nodes' | 'wires'>): ReadonlyMap<string, number> {
  const reached = new Set(wires.map(({ to }) => to.node));
  const distances = new Map<string, number>();
  let front = nodes.flatMap(({ id }) => (reached.has(id) ? [] : [id]));
  for (let distance = 0; distances.size < nodes.length; distance += 1) {
    // Where all lead in a circle, it has to begin somewhere.
    if (front.length === 0) front = nodes.flatMap(({ id }) => (distances.has(id) ? [] : [id])).slice(0, 1);
    for (const id of front) if (!distances.has(id)) distances.set(id, distance);
    const ends = new Set(wires.flatMap(({ from, to }) => (front.includes(from.node) ? [to.node] : [])));
    front = [...ends].filter((id) => !distances.has(id));
  }
  return distances;
}
