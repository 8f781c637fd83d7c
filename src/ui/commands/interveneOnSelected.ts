import { nextState } from '#engine/automata/nextState';
import type { FlowNode } from '#engine/model/FlowDoc';
import { nodesWithin } from '#engine/model/nodesWithin';
import { useRun } from '#ui/store/runStore';
import { runnersOf } from './runnersOf';
import { currentDoc, kindOf, selectedNodes } from './selected';

/** What a person can bring a node into, and out of again. */
const switches = {
  paused: { into: 'pause', out: 'resume' },
  down: { into: 'crash', out: 'revive' },
} as const;
export type SwitchState = keyof typeof switches;

/** The selected nodes, and groups as a whole, that can be brought into the state, or out of it. */
const affected = (state: SwitchState): readonly FlowNode[] =>
  selectedNodes().filter((node) =>
    runnersOf(node).some((one) => isRunnerIn(one, state) || canComeInto(one, state)),
  );

/** Whether the automaton would leave its state at the playhead: a node that is down cannot be paused. */
function canComeInto(node: FlowNode, state: SwitchState): boolean {
  const automaton = kindOf(node)?.automaton;
  if (automaton?.states.includes(state) !== true) return false;
  const now = lifecycleOf(node) ?? automaton.initial;
  return (nextState(automaton, now, switches[state].into) ?? now) !== now;
}

/** Whether any selected node can come into the state. */
export const canBe = (state: SwitchState): boolean => affected(state).length > 0;

/** Whether all selected nodes that can are in the state at the playhead, or come into it with the next step. */
export const isIn = (state: SwitchState): boolean =>
  canBe(state) && affected(state).every((node) => isNodeIn(node, state));

/** Brings the selected nodes into the state; when all are in it already, out of it. */
export function interveneOnSelected(state: SwitchState): void {
  const isOut = isIn(state);
  const { into, out } = switches[state];
  for (const node of affected(state)) {
    if (isOut || !isNodeIn(node, state))
      useRun.getState().intervene({ do: isOut ? out : into, node: node.id });
  }
}

/** A group is in a state when everything in it is that can be. */
function isNodeIn(node: FlowNode, state: SwitchState): boolean {
  const able = runnersOf(node).filter((one) => kindOf(one)?.automaton.states.includes(state));
  return able.length > 0 && able.every((one) => isRunnerIn(one, state));
}

function isRunnerIn(node: FlowNode, state: SwitchState): boolean {
  return isOrdered(node, state) ?? lifecycleOf(node) === state;
}

function lifecycleOf(node: FlowNode): string | undefined {
  const { doc, frame } = useRun.getState();
  return frame?.nodes[doc.nodes.findIndex((one) => one.id === node.id)]?.lifecycle;
}

/** What was ordered at this very place of the run: it shows only from the next step on. Null when nothing was. */
function isOrdered(node: FlowNode, state: SwitchState): boolean | null {
  const { timeUs, step } = useRun.getState().playhead;
  const { into, out } = switches[state];
  const doc = currentDoc();
  const index = doc.nodes.findIndex(({ id }) => id === node.id);
  const order = doc.interventions.findLast(
    ({ atUs, afterStep, action }) =>
      atUs === timeUs &&
      afterStep === step &&
      (action.do === into || action.do === out) &&
      nodesWithin(doc.nodes, action.node).includes(index),
  );
  return order === undefined ? null : order.action.do === into;
}
