import { measure } from '#engine/model/measures';
import { createDraft } from './EntryDraft';
import { flightOf } from './Pending';
import type { Simulation } from './Simulation';
import type { Timeline } from './Timeline';
import type { Flight, Frame, NodeFrame, PlayableEntry, TraceEntry } from './Trace';

/** What a node shows now. */
export function frameOfNode(simulation: Simulation, node: number): NodeFrame {
  const { lifecycles, metrics, plan } = simulation;
  const planned = plan.nodes[node];
  const times = {
    response: metrics.figures(node, measure.response),
    wait: metrics.figures(node, measure.wait),
  };
  const shown = times.response === null ? 'wait' : 'response';
  const page = lifecycles.page(node);
  const { last } = page;
  return {
    lifecycle: page.name,
    sinceUs: page.sinceUs,
    last: last === null ? null : { letter: last.letter, from: last.from, to: last.to, atUs: last.atUs },
    view: planned?.behaviour.view(simulation.stateOf(node), planned.plan) ?? null,
    times,
    p95Us: times[shown]?.p95Us ?? null,
    ratePerSecond: metrics.ratePerSecond(node, measure[shown], simulation.lastStepUsOf(node)),
  };
}

/** The whole picture now. */
export function frameOf(simulation: Simulation): Frame {
  const flights: Flight[] = [];
  for (const { item, sinceUs, timeUs } of simulation.pending.entries()) {
    const flight = flightOf(item, sinceUs, timeUs, simulation.plan.wires);
    if (flight !== null) flights.push(flight);
  }
  return {
    step: simulation.stepCount,
    timeUs: simulation.nowUs,
    nodes: simulation.plan.nodes.map((_, node) => frameOfNode(simulation, node)),
    flights,
    facts: simulation.counters.facts(),
    failing: simulation.counters.failing(),
  };
}

/** Makes one step and tells everything about it; null when there is none left. */
export function recordStep(simulation: Simulation): TraceEntry | null {
  const draft = createDraft();
  simulation.draft = draft;
  simulation.step();
  simulation.draft = null;
  const { entry, transitions, facts, sent } = draft;
  return entry === null ? null : { ...entry, transitions, facts, sent };
}

/** Makes one step and tells what it changed on the screen. */
export function recordPlayable(simulation: Simulation): PlayableEntry | null {
  const entry = recordStep(simulation);
  return entry === null ? null : { ...entry, after: frameOfNode(simulation, entry.node) };
}

/** Makes so many steps, as long as the run has any, and tells of each; the timeline keeps snapshots on the way. */
export function recordMany<E>(
  record: (simulation: Simulation) => E | null,
  simulation: Simulation,
  count: number,
  { lastStep, timeline }: { readonly lastStep: number; readonly timeline: Timeline },
): readonly E[] {
  const entries: E[] = [];
  while (entries.length < count && simulation.stepCount < lastStep) {
    const entry = record(simulation);
    if (entry === null) break;
    timeline.note(simulation);
    entries.push(entry);
  }
  return entries;
}
