import { gauge, measure } from '#engine/model/measures';
import type { EventTypeReport, NodeReport, RunReport, RunStatus, WireReport } from './RunReport';
import type { Simulation } from './Simulation';
import type { RunSummary } from './Trace';
import { protocolsOf } from './protocolsOf';
import { unmetRules } from './unmetRules';
import { verdictOf } from './verdict';

/** Who ended a run before its own end: a limit of steps, a wanted number of events, or a person. */
export type CutShort = 'steps' | 'events' | 'cancelled';

/**
 * What a run has come to. `cut` tells why it goes no further though it could; `atUs`, a time before its next step, how
 * long it has lasted, where it is not to be taken to its end.
 */
export function reportOf(
  simulation: Simulation,
  cut: CutShort | null = null,
  atUs: number | null = null,
): RunReport {
  const { doc } = simulation.plan;
  const verdict = verdictOf(simulation);
  const timeUs = atUs ?? timeOf(simulation, verdict.status);
  return {
    name: doc.name,
    seed: doc.seed,
    untilUs: simulation.untilUs === Infinity ? null : simulation.untilUs,
    timeUs,
    steps: simulation.stepCount,
    eventsPublished: simulation.eventCount,
    status: statusOf(verdict.status, cut),
    limit: verdict.status === 'running' && cut === 'steps' ? 'steps' : simulation.limit,
    waiting: verdict.waiting.map((node) => simulation.plan.nodes[node]?.id ?? ''),
    isBlocked: verdict.isBlocked,
    unmet: verdict.status === 'stuck' ? unmetRules(simulation) : [],
    hash: simulation.hash.digest(),
    ledger: simulation.counters.facts(),
    nodes: simulation.plan.nodes.flatMap(({ kind }, node) =>
      kind.runs ? [nodeReport(simulation, node, timeUs)] : [],
    ),
    wires: simulation.plan.wires.map((_, wire) => wireReport(simulation, wire, timeUs)),
    eventTypes: doc.eventTypes.map((_, type) => eventTypeReport(simulation, type, timeUs)),
    protocols: simulation.plan.nodes.flatMap(({ id }, node) =>
      protocolsOf(simulation, node).map((report) => ({ bus: id, ...report })),
    ),
  };
}

/** The time that a run has lasted: to its full length when nothing more comes before that. */
export function timeOf(simulation: Simulation, status = verdictOf(simulation).status): number {
  return status === 'horizon' ? simulation.untilUs : simulation.nowUs;
}

/**
 * How to count what went through a node: pieces of work finished by a server, events handed on by a source or a bus
 * (every attempt counts), accesses that reached a store.
 */
export function workCounterOf({ plan }: Simulation, node: number): (run: Simulation) => number {
  const planned = plan.nodes[node];
  const role = planned?.kind.facts(planned.setup.settings).role ?? 'none';
  const inWires = planned?.setup.inWires ?? [];
  switch (role) {
    case 'server':
      return ({ metrics }) => metrics.countOf(node, measure.response);
    case 'source':
    case 'bus':
      return ({ metrics }) => metrics.countOf(node, measure.wait);
    case 'store':
    case 'none':
      return ({ counters }) => inWires.reduce((sum, wire) => sum + counters.wire(wire).arrived, 0);
  }
}

/** The servers of a node that serves with a bounded number of them. */
export function serversOf(simulation: Simulation, node: number): number | null {
  const planned = simulation.plan.nodes[node];
  if (planned === undefined) return null;
  const { role, servers } = planned.kind.facts(planned.setup.settings);
  return role === 'server' && Number.isFinite(servers) ? servers : null;
}

function statusOf(status: RunSummary['status'], cut: CutShort | null): RunStatus {
  if (status !== 'running' || cut === null) return status;
  return cut === 'steps' ? 'limit' : cut;
}

function nodeReport(simulation: Simulation, node: number, timeUs: number): NodeReport {
  const { metrics, counters, lifecycles, plan } = simulation;
  const { id, name, kind } = plan.doc.nodes[node] ?? { id: '', name: '', kind: '' };
  const servers = serversOf(simulation, node);
  const busy = metrics.levelFigures(node, gauge.busy, timeUs);
  const { lifecycle, residenceUs } = lifecycles.report(node, timeUs);
  return {
    id,
    name,
    kind,
    state: lifecycle,
    throughputPerSecond: perSecond(workCounterOf(simulation, node)(simulation), timeUs),
    servers,
    utilisation: servers === null ? null : busy.mean / servers,
    queue: metrics.levelFigures(node, gauge.queue, timeUs),
    busy,
    door: metrics.levelFigures(node, gauge.door, timeUs),
    wait: metrics.figures(node, measure.wait),
    service: metrics.figures(node, measure.service),
    response: metrics.figures(node, measure.response),
    residenceUs,
    ledger: counters.factsAt(node),
  };
}

function wireReport(simulation: Simulation, wire: number, timeUs: number): WireReport {
  const { id = '', from, to } = simulation.plan.doc.wires[wire] ?? {};
  const counts = simulation.counters.wire(wire);
  const throughputPerSecond = perSecond(counts.arrived, timeUs);
  return { id, from: from?.node ?? '', to: to?.node ?? '', ...counts, throughputPerSecond };
}

function eventTypeReport(simulation: Simulation, type: number, timeUs: number): EventTypeReport {
  const { metrics, counters, plan } = simulation;
  const { id = '', name = '' } = plan.doc.eventTypes[type] ?? {};
  return {
    id,
    name,
    throughputPerSecond: perSecond(metrics.typeCountOf(type), timeUs),
    lifetime: metrics.typeFigures(type),
    ledger: counters.factsOf(type),
  };
}

function perSecond(count: number, timeUs: number): number {
  return timeUs > 0 ? count / (timeUs / 1e6) : 0;
}
