import type { Simulation } from '../Simulation';
import { columnsOf, sampleLanes, type LaneSample } from './LaneSamples';
import type { LaneQuery, LaneSum } from './LaneWindow';

/** Sums by columns from where the simulation stands on, exactly, by making the steps. It goes on to the end. */
export function sumLanes(simulation: Simulation, query: LaneQuery, lastStep: number): readonly LaneSum[] {
  const { fromUs, toUs, columns } = query;
  const samples: LaneSample[] = [];
  const nodes = simulation.plan.nodes.length;
  for (let column = 0; column <= columns; column += 1) {
    const edgeUs = fromUs + ((toUs - fromUs) * column) / columns;
    while (simulation.stepCount < lastStep && (simulation.nextTimeUs() ?? Infinity) <= edgeUs) {
      if (!simulation.step()) break;
    }
    if (simulation.stepCount >= lastStep && edgeUs > simulation.nowUs && column < columns) {
      // What comes after the last step that is known is not told.
      samples.push(sampleLanes(simulation, simulation.nowUs));
      break;
    }
    samples.push(sampleLanes(simulation, Math.max(edgeUs, simulation.nowUs)));
  }
  return columnsOf(samples, nodes, query);
}
