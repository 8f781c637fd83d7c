import type { LintFlow } from '#engine/analysis/lint/LintFlow';
import { mechanicsOf } from './flowArcs';
import type { Prediction } from './Prediction';

/** A prediction in which nothing is called exact that faults or time-outs of calls change as soon as they come about. */
export function withLeftOut(prediction: Prediction, flow: LintFlow): Prediction {
  const isMoved = flow.nodes.some((node) => mechanicsOf(node).beyond.some(({ moves }) => moves === true));
  if (!isMoved && flow.doc.faults.length === 0) return prediction;
  return {
    ...prediction,
    stations: prediction.stations.map(labelled),
    nodes: prediction.nodes.map((node) => ({ ...node, figures: node.figures.map(labelled) })),
    forks: prediction.forks.map(labelled),
  };
}

function labelled<T extends { readonly tier: string | null }>(one: T): T {
  return one.tier === 'exact' || one.tier === 'chain' ? { ...one, tier: 'partial' } : one;
}
