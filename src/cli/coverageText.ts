import type { Coverage } from '#engine/analysis/explore/coverageOf';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** What no run reaches, by the names and ids of a flow: for people and for programs. */
export function coverageData({ wires, states, types, outcomes }: Coverage, doc: FlowDoc) {
  const nameOf = (node: number): string => doc.nodes[node]?.name ?? '';
  const nodes = [...new Set(states.map(({ node }) => node))];
  const statesOf = (node: number) => states.filter((one) => one.node === node).map(({ state }) => state);
  return {
    wires: wires.map((wire) => doc.wires[wire]?.id ?? ''),
    states: nodes.map((node) => `${nameOf(node)} (${statesOf(node).join(', ')})`),
    types: types.map((type) => doc.eventTypes[type]?.name ?? ''),
    outcomes,
  };
}

/** The same as lines. */
export function coverageText(coverage: Coverage, doc: FlowDoc): readonly string[] {
  const { wires, states, types, outcomes } = coverageData(coverage, doc);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['wires that nothing ever takes', wires],
    ['states that are never reached', states],
    ['event types that are never published', types],
    ['what no event ever is', outcomes],
  ];
  return lines.flatMap(([what, list]) => (list.length === 0 ? [] : [`${what}: ${list.join(', ')}`]));
}
