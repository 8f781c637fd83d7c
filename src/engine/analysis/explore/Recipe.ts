import { assert } from '#engine/kernel/assert';
import type { FlowDoc, Intervention, InterventionAction } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { createDraft } from '#engine/runtime/EntryDraft';
import { planFlow, type FlowPlan } from '#engine/runtime/FlowPlan';
import { performIntervention } from '#engine/runtime/interventions';
import { listPendingSteps, type FoundStep } from '#engine/runtime/pendingSteps';
import { Simulation } from '#engine/runtime/Simulation';
import type { TraceEntry } from '#engine/runtime/Trace';
import type { Move } from './Move';

/** One step of an explored run, as the runtime made it. */
export type RecipeStep = TraceEntry;

/** An explored run as a list of picks that the runtime replays. */
export interface Recipe {
  readonly interventions: readonly Intervention[];
  readonly steps: readonly RecipeStep[];
  /** The simulation after the last of them. */
  readonly simulation: Simulation;
}

/** Why a run that was explored is not a run of the runtime: at which move, from 1, and what was missing. */
export interface NotPossible {
  readonly step: number;
  readonly reason: string;
}

/**
 * Makes the moves of an explored run in the runtime, one by one, and writes them down as interventions. The durations
 * are those of the seed; what chance decides is prescribed.
 */
export function recipeOf(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  moves: readonly Move[],
): Recipe | NotPossible {
  const plan: FlowPlan = { ...planFlow(doc, kinds), hasLuck: true };
  const simulation = new Simulation(plan);
  const interventions: Intervention[] = [];
  const steps: RecipeStep[] = [];
  for (const [index, move] of moves.entries()) {
    const action = actionOf(move, simulation);
    if (action === null) return { step: index + 1, reason: describeMove(move, plan) };
    const { nowUs, stepCount } = simulation;
    const intervention = { id: `pick-${index + 1}`, atUs: nowUs, afterStep: stepCount, action };
    const done = performed(simulation, intervention);
    if (done === null) return { step: index + 1, reason: describeMove(move, plan) };
    interventions.push(intervention);
    steps.push(done);
  }
  return { interventions, steps, simulation };
}

/** Makes one intervention as a step and tells what happened in it; null when it found nothing to act on. */
export function performed(simulation: Simulation, intervention: Intervention): RecipeStep | null {
  const draft = createDraft();
  simulation.draft = draft;
  const isDone = performIntervention(simulation, intervention);
  simulation.draft = null;
  // Performing an intervention counts it among those of the document, of which there are none here.
  simulation.interventionCount = 0;
  if (!isDone) return null;
  const { entry } = draft;
  assert(entry !== null, 'A step that was made has an entry.');
  const { transitions, facts, sent } = draft;
  return { ...entry, transitions, facts, sent };
}

function actionOf(move: Move, simulation: Simulation): InterventionAction | null {
  const node = simulation.plan.nodes[move.node]?.id ?? '';
  if (move.verb === 'crash' || move.verb === 'revive') return { do: move.verb, node };
  const found = foundFor(move, simulation);
  if (found === undefined) return null;
  const message = found.step.key;
  if (move.sort === 'lose') return { do: 'drop', message };
  if (move.sort === 'duplicate') return { do: 'duplicate', message };
  const { luck } = move.outcome;
  return luck.length === 0 ? { do: 'pick', message } : { do: 'pick', message, luck };
}

function foundFor(move: Move, simulation: Simulation): FoundStep | undefined {
  if (move.sort === 'timer') return ownTimer(move, simulation);
  const lane = laneOf(move, simulation);
  return move.sort === 'duplicate' ? lane.at(-1) : lane.find(({ step }) => step.mayGoNext);
}

/** Timers of a node stand in the order in which they were set, in both worlds. */
function ownTimer({ node, from }: Move, simulation: Simulation): FoundStep | undefined {
  return listPendingSteps(simulation)
    .filter(({ pending }) => pending.node === node && pending.wire < 0 && pending.kind !== 'fault')
    .toSorted((a, b) => a.id - b.id)[from];
}

function laneOf({ from }: Move, simulation: Simulation): readonly FoundStep[] {
  const isBack = from % 2 === 1;
  return listPendingSteps(simulation).filter(
    ({ pending }) => pending.wire === from >> 1 && (pending.kind === 'ack') === isBack,
  );
}

function describeMove({ node, sort, from }: Move, { doc }: FlowPlan): string {
  const name = doc.nodes[node]?.name ?? '';
  if (sort === 'timer') return `${name} has no timer ${from + 1}`;
  return `nothing comes to ${name} over the wire ${doc.wires[from >> 1]?.id ?? ''}`;
}
