import { cloneState } from './cloneState';
import type { PlannedIntervention } from './expandIntervention';
import { FlowEventRecord } from './FlowEventRecord';
import type { Simulation } from './Simulation';

/** What came of an intervention, for one of those whom it was meant for. */
export interface Deed {
  /** Of the intervention. */
  readonly id: string;
  /** The step that it made, or after which it was skipped. */
  readonly step: number;
  readonly timeUs: number;
  /** Index of the node it acted on; −1 for what was skipped. */
  readonly node: number;
  /** `missing`: the step that it was about did not wait. `nothing`: it changed nothing. */
  readonly outcome: 'done' | 'nothing' | 'missing';
  /** In which state the node was before, where it changed nothing. */
  readonly lifecycle: string;
}

/** Carries an intervention out, and notes what came of it where somebody wants to know. */
export function noteDeed(
  simulation: Simulation,
  intervention: PlannedIntervention,
  perform: (intervention: PlannedIntervention) => boolean,
): boolean {
  const { deeds } = simulation;
  if (deeds === null) return perform(intervention);
  const node = nodeOf(simulation, intervention);
  const before = node < 0 ? null : cloneState(simulation.stateOf(node));
  const lifecycle = node < 0 ? '' : simulation.lifecycles.page(node).name;
  const isDone = perform(intervention);
  const isVain =
    node >= 0 &&
    !actsOnWires(intervention) &&
    (wasThereAlready(simulation, node, verbOf(intervention), lifecycle) ||
      isSame(before, simulation.stateOf(node)));
  const outcome = isDone ? (isVain ? 'nothing' : 'done') : 'missing';
  deeds.push({
    id: intervention.id,
    step: simulation.stepCount,
    timeUs: simulation.nowUs,
    node,
    outcome,
    lifecycle: isVain ? lifecycle : '',
  });
  return isDone;
}

function nodeOf({ plan }: Simulation, { action, receiver }: PlannedIntervention): number {
  if (receiver !== undefined) return receiver.node;
  return 'node' in action ? (plan.indexOfNode.get(action.node) ?? -1) : -1;
}

const verbOf = ({ action, receiver }: PlannedIntervention) => receiver?.begin ?? action.do;

/** Whether the node was, and still is, in a state that the verb leads to. */
function wasThereAlready(
  { plan, lifecycles }: Simulation,
  node: number,
  verb: string,
  before: string,
): boolean {
  const { transitions = {} } = plan.nodes[node]?.kind.automaton ?? {};
  const isTarget = Object.values(transitions).some((row) => Object.hasOwn(row, verb) && row[verb] === before);
  return isTarget && lifecycles.page(node).name === before;
}

/** A cut that cuts no wire does nothing either. */
const actsOnWires = ({ fault }: PlannedIntervention) => (fault?.wires.length ?? 0) > 0;

/** Whether two states are the same data; events are known by themselves. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof FlowEventRecord || b instanceof FlowEventRecord) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  // Plain data, so a key of one is asked of the other.
  const other = b as Record<string, unknown>;
  return left.length === right.length && left.every(([key, value]) => isSame(value, other[key]));
}
