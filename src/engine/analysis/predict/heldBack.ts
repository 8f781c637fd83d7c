import type { LintNode } from '#engine/analysis/lint/LintFlow';
import { mechanicsOf, type FlowArc } from './flowArcs';
import { servedShares } from './servedShares';
import type { Customer, Station } from './Station';

/** What a line with several groups brings to one of them, and who serves it there. */
interface Part {
  readonly arcs: readonly FlowArc[];
  readonly station: Station | undefined;
}

/** Every line that has several groups and no place without end, and that lets nobody in while it is full. */
export function blockedLines(
  arcs: readonly FlowArc[],
  stations: readonly Station[],
): readonly (readonly Part[])[] {
  const lines = new Map<LintNode, Map<string, FlowArc[]>>();
  for (const arc of arcs) {
    const { line } = mechanicsOf(arc.from);
    if (line?.how !== 'queue' || line.whenFull !== 'block' || line.places === Infinity) continue;
    const groups = lines.get(arc.from) ?? new Map<string, FlowArc[]>();
    lines.set(arc.from, groups.set(arc.emission, [...(groups.get(arc.emission) ?? []), arc]));
  }
  return [...lines.values()]
    .filter(({ size }) => size > 1)
    .map((groups) =>
      [...groups.values()].map((own) => ({
        arcs: own,
        station: stations.find(({ nodes }) => own.some(({ to }) => nodes.includes(to))),
      })),
    );
}

/**
 * The share of its events that a full line still lets in for each arc. All its groups wait for the slowest, so that the others
 * get no more than that one can do; the slowest itself has all the rest waiting before it. `comingBy` says how much an arc would
 * bring if nothing were held back.
 */
export function heldBack(
  lines: readonly (readonly Part[])[],
  comingBy: (arc: FlowArc) => number,
): ReadonlyMap<FlowArc, number> {
  const held = new Map<FlowArc, number>();
  for (const parts of lines) {
    const shares = parts.map(({ arcs, station }) => {
      if (station === undefined) return 1;
      const rateOf = ({ node, type }: Customer) =>
        arcs.reduce((sum, arc) => sum + (arc.to === node && arc.toType === type ? comingBy(arc) : 0), 0);
      const served = servedShares(station, rateOf);
      const coming = station.customers.reduce((sum, customer) => sum + rateOf(customer), 0);
      const passed = station.customers.reduce(
        (sum, customer) => sum + rateOf(customer) * (served.get(customer) ?? 1),
        0,
      );
      return coming === 0 ? 1 : passed / coming;
    });
    const least = Math.min(...shares);
    const slowest = shares.indexOf(least);
    for (const [index, { arcs }] of parts.entries()) {
      if (least < 1 && index !== slowest) for (const arc of arcs) held.set(arc, least);
    }
  }
  return held;
}
