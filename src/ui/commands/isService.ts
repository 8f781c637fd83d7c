import type { FlowNode } from '#engine/model/FlowDoc';
import { runnersOf } from './runnersOf';
import { kindOf } from './selected';

/** Whether a node is a group with something in it that runs. */
export const isService = (node: FlowNode | null): boolean =>
  node !== null && kindOf(node)?.runs === false && runnersOf(node).length > 0;
