import type { RunningKind } from '#engine/model/NodeKind';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { planFlow } from '#engine/runtime/FlowPlan';
import { recordStep } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import type { TraceEntry } from '#engine/runtime/Trace';
import { verdictOf } from '#engine/runtime/verdict';
import type { Evidence } from './LintRule';

/** Where in the run of a document something is seen to happen. */
export interface Sight {
  readonly step: number;
  readonly timeUs: number;
}

/**
 * Runs a document for at most so many steps and answers, for each thing to look for, where it is first seen; null for what
 * is not seen in that time.
 */
export function findEvidence(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  wanted: readonly (Evidence | null)[],
  maxSteps: number,
): readonly (Sight | null)[] {
  const simulation = new Simulation(planFlow(doc, kinds));
  const found: (Sight | null)[] = wanted.map(() => null);
  const isLeft = () => wanted.some((evidence, index) => evidence !== null && found[index] === null);
  while (simulation.stepCount < maxSteps && isLeft()) {
    const entry = recordStep(simulation);
    if (entry === null) break;
    for (const [index, evidence] of wanted.entries()) {
      if (found[index] === null && evidence !== null && isSeen(evidence, entry, doc)) {
        found[index] = { step: entry.step, timeUs: entry.timeUs };
      }
    }
  }
  if (verdictOf(simulation).status !== 'stuck') return found;
  const end = { step: simulation.stepCount, timeUs: simulation.nowUs };
  return found.map((sight, index) => {
    const evidence = wanted[index] ?? null;
    return evidence !== null && 'status' in evidence ? end : sight;
  });
}

function isSeen(evidence: Evidence, { facts, node }: TraceEntry, { nodes }: FlowDoc): boolean {
  if ('status' in evidence) return false;
  const isThere = evidence.node === undefined || nodes[node]?.id === evidence.node;
  return isThere && facts.some(({ code }) => code === evidence.fact);
}
