import { fact, type FactCode } from '#engine/model/facts';
import type { NodeShape } from './Shapes';
import type { Space } from './Space';

/** What no run reaches, whatever the order and the outcomes of chance. */
export interface Coverage {
  /** Indices of wires over which nothing ever goes from their beginning to their end. */
  readonly wires: readonly number[];
  /** States of automata that a node is never in. */
  readonly states: readonly { readonly node: number; readonly state: string }[];
  /** Indices of event types of which no event is ever published. */
  readonly types: readonly number[];
  /** What becomes of no event. */
  readonly outcomes: readonly FactCode[];
}

/** What can become of an event. */
const outcomes = [
  'worked',
  'failed',
  'dead-lettered',
  'dropped',
  'expired',
  'lost',
  'refused',
] as const satisfies readonly FactCode[];

/**
 * What was never met in a space of which everything was explored. Every step that was worked out was made somewhere, and
 * leaving out orders that make no difference leaves out no step of a node.
 */
export function coverageOf(space: Space): Coverage {
  const { plan, layout, steps } = space;
  const isLeftOut = (state: string): boolean => state === 'paused' || (state === 'down' && !space.mayCrash);
  const lanes = new Set<number>();
  const states = new Set<string>();
  const facts = new Set<number>();
  const types = new Set<number>();
  const note = ({ node, content }: NodeShape): void => void states.add(`${node} ${content.lifecycle}`);
  for (const node of layout.nodes) for (const { shape } of steps.begin(node)) note(shape);
  for (const made of steps.shapes.nodes) {
    for (const outcome of [...made.steps.values()].flat()) {
      note(outcome.shape);
      for (const { lane } of outcome.sent) lanes.add(lane);
      for (const { code, type } of outcome.noted) {
        facts.add(code);
        if (code === fact.published) types.add(type);
      }
    }
  }
  return {
    wires: plan.wires.flatMap((_, wire) => (lanes.has(2 * wire) ? [] : [wire])),
    states: layout.nodes.flatMap((node) =>
      (plan.nodes[node]?.kind.automaton.states ?? []).flatMap((state, index) =>
        states.has(`${node} ${index}`) || isLeftOut(state) ? [] : [{ node, state }],
      ),
    ),
    types: plan.doc.eventTypes.flatMap((_, type) => (types.has(type) ? [] : [type])),
    outcomes: outcomes.filter((outcome) => !facts.has(fact[outcome])),
  };
}
