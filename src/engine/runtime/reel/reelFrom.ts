import { frameOfNode } from '../frames';
import { isBefore } from '../isBefore';
import type { Simulation } from '../Simulation';
import { ReelLook } from './ReelLook';
import type { ReelQuery, Still } from './Reel';

/** The run as far as it is computed. */
interface Known {
  readonly frontier: Simulation;
  readonly isDone: boolean;
}

/** Takes pictures from where a simulation stands, as long as their times are known; it stands at the last one then. */
export function reelFrom(
  simulation: Simulation,
  { fromUs, everyUs, count, hopEveryUs }: ReelQuery,
  { frontier, isDone }: Known,
): readonly Still[] {
  const look = new ReelLook(simulation, hopEveryUs);
  const stills: Still[] = [];
  simulation.listener = look;
  while (stills.length < count) {
    const timeUs = Math.floor(fromUs + (stills.length + 1) * everyUs);
    // More may happen at the moment to which the run is computed.
    if (isDone ? timeUs > frontier.nowUs : timeUs >= frontier.nowUs) break;
    while (
      isBefore(simulation, { timeUs }) &&
      simulation.stepCount < frontier.stepCount &&
      simulation.step()
    );
    stills.push(stillOf(simulation, look, timeUs));
    look.forget();
  }
  simulation.listener = null;
  return stills;
}

function stillOf(simulation: Simulation, look: ReelLook, timeUs: number): Still {
  const { stepCount, nowUs, counters } = simulation;
  return {
    step: stepCount,
    timeUs,
    stepUs: nowUs,
    nodes: [...look.touched].map((node) => [node, frameOfNode(simulation, node)] as const),
    landed: look.landed,
    sent: look.sent,
    hops: look.hops,
    facts: counters.facts(),
    failing: counters.failing(),
  };
}
