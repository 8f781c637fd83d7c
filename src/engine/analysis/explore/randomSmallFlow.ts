import { createStreams } from '#engine/kernel/RandomStreams';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { parseFlow } from '#engine/model/parseFlow';
import { randomRun } from '#engine/runtime/randomRun';

interface RawNode {
  readonly id: string;
  readonly name?: string;
  readonly kind: string;
}
interface RawEnd {
  readonly node: string;
}
interface RawWire {
  readonly id: string;
  readonly from: RawEnd;
  readonly to: RawEnd;
}
interface RawDocument {
  readonly nodes: readonly RawNode[];
  readonly wires: readonly RawWire[];
}

const mostWires = 5;

/**
 * A flow with few nodes over all settings, so that most can be explored in full, in which now and then one node is there
 * twice or three times, with the same settings and wires: for tests. `turn` changes the document before it is read.
 */
export function randomSmallFlow(
  seed: number,
  kinds: readonly NodeKind[],
  turn: (document: unknown) => unknown,
): FlowDoc | null {
  const streams = createStreams(seed, ['flow']);
  const pick = (below: number): number => Math.floor(streams.nextUnit(0) * below);
  // The document of a random run has these fields.
  const document = randomRun(pick, kinds) as unknown as RawDocument;
  let small = lessened(document, pick(4) === 0 ? 2 : 1);
  for (let left = pick(3); left > 0; left -= 1) {
    const node = small.nodes[pick(small.nodes.length)];
    if (node !== undefined) small = withTwin(small, node, small.nodes.length);
  }
  const whole = { ...document, ...small, interventions: [], faults: [] };
  // Protocols may say nothing, or be about a bus that was left out.
  for (const one of [whole, { ...whole, protocols: [] }]) {
    const parsed = parseFlow(turn(one), kinds);
    if (parsed.ok) return parsed.value;
  }
  return null;
}

/** With at most so many nodes of each kind. */
function lessened({ nodes, wires }: RawDocument, mostOfKind: number): RawDocument {
  const kept = nodes.filter(
    ({ kind }, index) => nodes.slice(0, index).filter((other) => other.kind === kind).length < mostOfKind,
  );
  const isKept = ({ node }: RawEnd): boolean => kept.some(({ id }) => id === node);
  const joined = wires.filter(({ from, to }) => isKept(from) && isKept(to)).slice(0, mostWires);
  return { nodes: kept, wires: joined };
}

/** The flow with another node like this one, which has the same wires. */
function withTwin({ nodes, wires }: RawDocument, node: RawNode, number: number): RawDocument {
  const id = `twin${number}`;
  const renamed = (end: RawEnd): RawEnd => (end.node === node.id ? { ...end, node: id } : end);
  const own = wires.filter(({ from, to }) => from.node === node.id || to.node === node.id);
  const copies = own.map((wire) => ({
    ...wire,
    id: `${id}${wire.id}`,
    from: renamed(wire.from),
    to: renamed(wire.to),
  }));
  return { nodes: [...nodes, { ...node, id, name: id }], wires: [...wires, ...copies] };
}
