import type { FlowNode } from '#engine/model/FlowDoc';
import { nodesWithin } from '#engine/model/nodesWithin';
import { currentDoc, kindOf } from './selected';

/** The nodes that run and stand for this one: itself, or all that is in it when it is a group. */
export function runnersOf(node: FlowNode): readonly FlowNode[] {
  if (kindOf(node)?.runs === true) return [node];
  const { nodes } = currentDoc();
  return nodesWithin(nodes, node.id).flatMap((index) => {
    const member = nodes[index];
    return member !== undefined && kindOf(member)?.runs === true ? [member] : [];
  });
}
