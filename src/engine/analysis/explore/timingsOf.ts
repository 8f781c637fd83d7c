import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { unboundedUs, type Durations } from '#engine/runtime/ForcedChooser';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { listPendingSteps, type FoundStep } from '#engine/runtime/pendingSteps';
import { performed } from './Recipe';
import { solveDifferences, type Difference } from './solveDifferences';

/** Why a run cannot happen with the durations of its flow: a circle of claims about the times of its steps. */
export interface Claim {
  /** Steps are counted from 1; 0 is the beginning. */
  readonly step: number;
  readonly other: number;
  /** `step` comes at most so much after `other` (or, below 0, at least so much before it). */
  readonly atMostUs: number;
}

/** Whether the durations of a flow allow a run: when its steps could happen, or why they cannot. */
export type Timings =
  | { readonly isPossible: true; readonly timesUs: readonly number[]; readonly doc: FlowDoc }
  | { readonly isPossible: false; readonly claims: readonly Claim[]; readonly doc: FlowDoc };

/** What a replay tells of the times of its messages. */
interface Delays {
  /** By step, from 1: which step sent what it received, and after how long that was due. */
  readonly steps: readonly Delay[];
  /** The same of what is left at the end. */
  readonly left: readonly Delay[];
}

interface Delay {
  /** Who receives it. */
  readonly node: number;
  /** −1 for what has none. */
  readonly cause: number;
  readonly us: number;
  /** Of what is left: its key. */
  readonly key: string;
  /** The wire on which it stands in line; empty for none. */
  readonly lane: string;
}

/**
 * Asks whether a run of picks could happen by itself, with durations that the laws of the flow can give. It is replayed
 * with the shortest and with the longest durations, which bounds how long after its cause each step comes; that the
 * steps of each node come in this order, and that nothing which was passed over was due before its last one, are the other
 * constraints; steps of different nodes may change places. The shortest run
 * leaves out what need not happen for it; what is due at once is put back in where that changes nothing else. Null for a run
 * that cannot be replayed.
 */
export function timingsOf(found: FlowDoc, kinds: ReadonlyMap<string, RunningKind>): Timings | null {
  const doc = filledIn(found, kinds);
  const shortest = replay(doc, kinds, 'shortest');
  const longest = replay(doc, kinds, 'longest');
  if (shortest === null || longest === null) return null;
  const constraints: Difference[] = [];
  const lanes = new Set<string>();
  const lastAt = new Map<number, number>();
  shortest.steps.forEach(({ node, cause, us, lane }, index) => {
    const step = index + 1;
    constraints.push({ from: step, to: lastAt.get(node) ?? 0, us: 0 });
    lastAt.set(node, step);
    if (cause < 0) return;
    constraints.push({ from: step, to: cause, us: -us });
    const most = longest.steps[index]?.us ?? unboundedUs;
    // What stands in line on its wire may come later than by its own latency.
    const isFree = lane === '' || !lanes.has(lane) || most === us;
    if (most < unboundedUs && isFree) constraints.push({ from: cause, to: step, us: most });
    if (lane !== '') lanes.add(lane);
  });
  const last = shortest.steps.length;
  for (const { node, cause, us } of longest.left) {
    const to = lastAt.get(node);
    if (us < unboundedUs && cause >= 0 && to !== undefined) constraints.push({ from: cause, to, us });
  }
  const solved = solveDifferences(last + 1, constraints);
  if (solved.ok) return { isPossible: true, timesUs: solved.timesUs.slice(1), doc };
  const claims = solved.circle.map(({ from, to, us }) => ({ step: to, other: from, atMostUs: us }));
  return { isPossible: false, claims, doc };
}

/** Most steps that are put back in. */
const mostFilledIn = 200;

/** The run with every step that was due at once and was left out, as far as the rest goes on as before. */
function filledIn(found: FlowDoc, kinds: ReadonlyMap<string, RunningKind>): FlowDoc {
  let doc = found;
  const refused = new Set<string>();
  for (let count = 0; count < mostFilledIn; count += 1) {
    const left = replay(doc, kinds, 'longest')?.left ?? [];
    const missing = left.find(({ us, cause, key }) => us === 0 && cause >= 0 && !refused.has(key));
    if (missing === undefined) break;
    const pick = { id: '', atUs: 0, afterStep: 0, action: { do: 'pick', message: missing.key } } as const;
    const interventions = doc.interventions.toSpliced(missing.cause, 0, pick);
    const filled = { ...doc, interventions };
    if (replay(filled, kinds, 'longest') === null) refused.add(missing.key);
    else doc = filled;
  }
  return doc;
}

function replay(doc: FlowDoc, kinds: ReadonlyMap<string, RunningKind>, durations: Durations): Delays | null {
  const simulation = new Simulation({ ...planFlow(doc, kinds), hasLuck: true, durations });
  const timesUs = [0];
  const after = (cause: number, dueUs: number): number => dueUs - (timesUs[cause] ?? 0);
  const steps: Delay[] = [];
  for (const intervention of doc.interventions) {
    const { action } = intervention;
    const found =
      action.do === 'pick'
        ? listPendingSteps(simulation).find(({ step }) => step.key === action.message)
        : undefined;
    steps.push(found === undefined ? byHand : delayOf(found, after));
    if (performed(simulation, { ...intervention, atUs: simulation.nowUs }) === null) return null;
    timesUs.push(simulation.nowUs);
  }
  return { steps, left: listPendingSteps(simulation).map((found) => delayOf(found, after)) };
}

/** What a fault does has no cause. */
const byHand: Delay = { node: -1, cause: -1, us: 0, key: '', lane: '' };

function delayOf(
  { pending, dueUs, step }: FoundStep,
  after: (cause: number, dueUs: number) => number,
): Delay {
  const { node, cause, wire, kind } = pending;
  return {
    node,
    cause,
    us: after(cause, dueUs),
    key: step.key,
    lane: wire < 0 || kind === 'ack' ? '' : String(wire),
  };
}
