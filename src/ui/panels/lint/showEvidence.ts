import type { Evidence } from '#engine/analysis/lint/LintRule';
import type { FactCode } from '#engine/model/facts';
import { goToStep } from '#ui/store/goToStep';
import { useRun } from '#ui/store/runStore';

/**
 * Takes the playhead to where the run shows something for the first time, and waits for the run to get there. False when it
 * never does, as far as the run is computed.
 */
export async function showEvidence(evidence: Evidence | null): Promise<boolean> {
  const run = useRun.getState();
  if (evidence === null) return false;
  if ('status' in evidence) {
    if (run.summary?.status !== evidence.status) return false;
    run.toEnd();
    return true;
  }
  const node = run.doc.nodes.findIndex(({ id }) => id === evidence.node);
  const step = await firstStep(evidence.fact, evidence.node === undefined ? null : [node]);
  if (step === null) return false;
  goToStep(step);
  return true;
}

async function firstStep(fact: FactCode, nodes: readonly number[] | null): Promise<number | null> {
  const filter = { nodes, types: null, kinds: null, facts: [fact], key: '', events: null, words: [] };
  try {
    for (;;) {
      const { steps, isComplete, knownStep } = await useRun.getState().ask('find', filter, 0, 1);
      const [first] = steps;
      if (first !== undefined) return first;
      if (isComplete || knownStep >= (useRun.getState().summary?.steps ?? 0)) return null;
    }
  } catch {
    // Overtaken by a new document.
    return null;
  }
}
