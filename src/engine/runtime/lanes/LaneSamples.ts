import { gauge } from '#engine/model/measures';
import type { Simulation } from '../Simulation';
import type { LaneSum } from './LaneWindow';

/** Per node: time at work, time stalled, and waiting added up, all since the start. */
const figures = 3;

/** One moment: what had added up until then, node by node. */
export interface LaneSample {
  readonly timeUs: number;
  readonly sums: Float64Array;
}

/** What has added up in every node until a moment that is not before the last step of the simulation. */
export function sampleLanes({ plan, lifecycles, metrics }: Simulation, timeUs: number): LaneSample {
  const sums = new Float64Array(plan.nodes.length * figures);
  for (const [node, { kind }] of plan.nodes.entries()) {
    const page = lifecycles.page(node);
    const { states, stalled = [], initial, accepting } = kind.automaton;
    let [busyUs, heldUs] = [0, 0];
    for (const [index, state] of states.entries()) {
      const us = page.residenceUs(index, timeUs);
      if (stalled.includes(state)) heldUs += us;
      else if (state !== initial && !accepting.includes(state)) busyUs += us;
    }
    const waited = metrics.areaOf(node, gauge.queue, timeUs) + metrics.areaOf(node, gauge.door, timeUs);
    sums.set([busyUs, heldUs, waited], node * figures);
  }
  return { timeUs, sums };
}

/**
 * Sums by columns of equal width between two times. Between two samples everything is taken to go on evenly; before the
 * first and after the last, nothing happens.
 */
export function columnsOf(
  samples: readonly LaneSample[],
  nodes: number,
  { fromUs, toUs, columns }: { readonly fromUs: number; readonly toUs: number; readonly columns: number },
): readonly LaneSum[] {
  const widthUs = (toUs - fromUs) / columns;
  const edges = Array.from({ length: columns + 1 }, (_, index) => fromUs + index * widthUs);
  const places = placesOf(samples, edges);
  return Array.from({ length: nodes }, (_, node) => {
    const shares = (figure: number): readonly number[] => {
      const values = places.map((place) => valueAt(samples, place, node * figures + figure));
      return values.slice(1).map((value, index) => Math.max(0, (value - (values[index] ?? 0)) / widthUs));
    };
    const bounded = (share: number) => Math.min(1, share);
    return { busy: shares(0).map(bounded), held: shares(1).map(bounded), depth: shares(2) };
  });
}

/** Where between the samples each time lies: the sample before it, and the way to the next one. */
function placesOf(samples: readonly LaneSample[], times: readonly number[]) {
  let index = 0;
  return times.map((timeUs) => {
    while (index + 1 < samples.length && (samples[index + 1]?.timeUs ?? 0) <= timeUs) index += 1;
    const before = samples[index]?.timeUs ?? 0;
    const next = samples[index + 1]?.timeUs ?? before;
    const share = next > before ? Math.min(1, Math.max(0, (timeUs - before) / (next - before))) : 0;
    return { index, share };
  });
}

function valueAt(
  samples: readonly LaneSample[],
  { index, share }: { readonly index: number; readonly share: number },
  figure: number,
): number {
  const before = samples[index]?.sums[figure] ?? 0;
  const next = samples[index + 1]?.sums[figure] ?? before;
  return before + (next - before) * share;
}
