import type { FlowNode } from '#engine/model/FlowDoc';
import { useRun } from '#ui/store/runStore';
import { kindOf, selectedNodes } from './selected';

type Verb = 'pause' | 'resume' | 'crash' | 'revive';

/** Whether a node's automaton is in this state at the playhead. */
function isNodeIn(node: FlowNode, state: string): boolean {
  const { doc, frame } = useRun.getState();
  const index = doc.nodes.findIndex((one) => one.id === node.id);
  return frame?.nodes[index]?.lifecycle === state;
}

/** The selected nodes whose automaton knows the state. */
const affected = (state: string): readonly FlowNode[] =>
  selectedNodes().filter((node) => kindOf(node)?.automaton.states.includes(state) === true);

/** Whether any selected node can come into the state. */
export const canBe = (state: string): boolean => affected(state).length > 0;

/** Whether all selected nodes that can are in the state. */
export const isIn = (state: string): boolean =>
  canBe(state) && affected(state).every((node) => isNodeIn(node, state));

/** Brings the selected nodes into the state; when all are in it already, out of it. */
export function interveneOnSelected(into: Verb, out: Verb, state: string): void {
  const isOut = isIn(state);
  for (const node of affected(state)) {
    if (isOut || !isNodeIn(node, state)) {
      useRun.getState().intervene({ do: isOut ? out : into, node: node.id });
    }
  }
}
