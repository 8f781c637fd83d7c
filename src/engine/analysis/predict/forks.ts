import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintNode } from '#engine/analysis/lint/LintFlow';
import { forkJoinOfTwo, longestOf, nelsonTantawi } from '#engine/analysis/queueing/forkJoin';
import { mechanicsOf } from './flowArcs';
import type { ForkPrediction } from './Prediction';
import type { Solved } from './solveStation';
import type { SolvedFlow } from './nodeFigures';

const mostParts = 16;

/** How long it takes until all groups of a line are done with an event, where a theory says so. */
export function forkOf({ solved }: SolvedFlow, node: LintNode): ForkPrediction | null {
  const groups = groupsOf(node);
  const isQueue = mechanicsOf(node).line?.how === 'queue';
  if (!isQueue || groups.length < 2 || groups.length > mostParts) return null;
  const parts = groups.map(([wire]) =>
    solved.find(({ station }) => wire !== undefined && station.nodes.includes(wire.to)),
  );
  const known = parts.flatMap((part) =>
    part?.holding?.isExponential === true && part.means !== null ? [part] : [],
  );
  if (known.length < groups.length || known.some(({ arrivals }) => arrivals.rate === 0)) return null;
  const fork = (allDone: number, tier: ForkPrediction['tier'], model: string): ForkPrediction | null =>
    Number.isFinite(allDone)
      ? { id: node.id, parts: groups.length, allDoneUs: allDone * 1000, tier, model }
      : null;
  if (known.every(({ station }) => station.servers === Infinity))
    return fork(longestOf(known.map(({ holding }) => holding?.mean ?? 0)), 'exact', 'longest of n');
  const [first] = known;
  if (first === undefined || !known.every((part) => isTwin(part, first))) return null;
  const mean = first.holding?.mean ?? 0;
  return groups.length === 2
    ? fork(forkJoinOfTwo(first.arrivals.rate, mean), 'exact', 'fork-join of two')
    : fork(nelsonTantawi(groups.length, first.arrivals.rate, mean), 'approximation', 'Nelson-Tantawi');
}

/** Whether two parts are M/M/1 lines of the same sort. */
function isTwin({ model, holding, arrivals }: Solved, first: Solved): boolean {
  return (
    model === 'M/M/1' &&
    Math.abs((holding?.mean ?? 0) - (first.holding?.mean ?? 0)) < 1e-12 &&
    Math.abs(arrivals.rate - first.arrivals.rate) < 1e-12
  );
}
