import type { PlainStation } from '#engine/model/PlainStation';
import type { FlowPlan } from '../FlowPlan';

/** A flow that the core can run: what each of its nodes is. */
export interface PlainFlow {
  readonly stations: readonly PlainStation[];
}

/** Most nodes that the core makes room for: it keeps every bin of every histogram. */
const mostNodes = 400;
const mostTypes = 64;

/** Null where something in a flow is more than the core knows. */
export function plainFlowOf(plan: FlowPlan): PlainFlow | null {
  const { doc, nodes, wires } = plan;
  if (nodes.length > mostNodes || doc.eventTypes.length > mostTypes) return null;
  if (plan.interventions.length > 0 || plan.faults.length > 0 || plan.durations !== undefined) return null;
  if (plan.hasLoss || plan.hasLuck) return null;
  if (wires.some((wire) => wire.isCall || wire.loss > 0 || wire.duplication > 0 || wire.ackLoss > 0))
    return null;
  const stations: PlainStation[] = [];
  for (const { kind, behaviour, setup, plan: own } of nodes) {
    if (!kind.runs) {
      stations.push(nothing);
      continue;
    }
    const station = behaviour.plain?.describe(own, setup.settings) ?? null;
    if (station === null) return null;
    stations.push(station);
  }
  return isJoined(plan, stations) ? { stations } : null;
}

/** What explains and does not run: nobody sends to it. */
const nothing: PlainStation = { role: 'queue', states: ['', '', ''], routes: [], groups: [] };

/** Whether queues stand between those that publish and those that serve, and nowhere else. */
function isJoined({ wires }: FlowPlan, stations: readonly PlainStation[]): boolean {
  return wires.every(({ from, to }) => {
    const [sender, receiver] = [stations[from]?.role, stations[to]?.role];
    return sender === 'source' ? receiver === 'queue' : sender === 'queue' && receiver === 'server';
  });
}
