import type { LintFlow } from '#engine/analysis/lint/LintFlow';
import { mechanicsOf, type FlowArc } from './flowArcs';
import { FlowRates } from './FlowRates';
import type { CapacityPrediction } from './Prediction';
import type { Station } from './Station';

/**
 * How much the sources of a flow make, and how much they may make in the same proportions until its first line has no end: loads
 * grow as what comes, as long as nothing is held up or turned away. Null where somebody's load is not known.
 */
export function capacityOf(
  flow: LintFlow,
  arcs: readonly FlowArc[],
  stations: readonly Station[],
): CapacityPrediction {
  const sources = flow.nodes.flatMap((node) => mechanicsOf(node).arrivals ?? []);
  const made = sources.map(({ perSecond }) => perSecond);
  const isKnown = made.length > 0 && made.every((rate) => rate !== null);
  const publishedPerSecond = isKnown ? made.reduce<number>((sum, rate) => sum + (rate ?? 0), 0) : null;
  const rates = new FlowRates(flow, arcs, [], new Map());
  const loads = stations.map((station) => loadAt(station, rates));
  const highest = Math.max(0, ...loads.map((load) => load ?? 0));
  const isSure = publishedPerSecond !== null && highest > 0 && loads.every((load) => load !== null);
  return {
    publishedPerSecond,
    sustainablePerSecond: isSure && Number.isFinite(highest) ? publishedPerSecond / highest : null,
  };
}

/** The share of the time of a station's servers that all who come ask for, be it more than there is. */
function loadAt({ customers, servers, partitions, mostPerMs }: Station, rates: FlowRates): number | null {
  let coming = 0;
  let work = 0;
  for (const { node, type, holding } of customers) {
    const rate = rates.at(node, type);
    if (typeof rate !== 'number' || (rate > 0 && holding === null)) return null;
    coming += rate;
    work += rate * (holding?.mean ?? 0);
  }
  const atServers = partitions === null ? work / servers : work * Math.max(...partitions);
  return Math.max(atServers, coming / mostPerMs);
}
