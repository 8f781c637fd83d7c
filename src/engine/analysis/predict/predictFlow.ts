import { LintFlow } from '#engine/analysis/lint/LintFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import type { JudgedKind } from '#engine/model/Traits';
import { FlowArrivals } from './Arrivals';
import { assume, eachOnce, type Assumption } from './assumptionTexts';
import { capacityOf } from './capacity';
import { findStations } from './findStations';
import { flowArcs } from './flowArcs';
import { FlowRates } from './FlowRates';
import { forkOf } from './forks';
import { HoldingTimes } from './holding';
import { nodeFigures, type SolvedFlow } from './nodeFigures';
import { bottleneckOf, type Prediction, type StationPrediction } from './Prediction';
import { withChain } from './withChain';
import { withClosed } from './withClosed';
import { withLeftOut } from './withLeftOut';
import { solveStation, type Solved } from './solveStation';

const roundsAtMost = 100;

/**
 * What a flow comes to in the long run, as far as theory says, without running it: every waiting line by the first of the
 * theories that fits it, and the figures of every node that follow. What is left out is named; what nobody can say is missing,
 * with the reason. With kinds that run, the Markov chain of the flow is asked where no theory fits. Deterministic.
 */
export function predictFlow(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  running: ReadonlyMap<string, RunningKind> | null = null,
): Prediction {
  const whole = solveFlow(doc, kinds);
  const stations = whole.solved.map(stationPrediction);
  const found = {
    stations,
    nodes: whole.flow.nodes.map((node) => nodeFigures(whole, node)),
    forks: whole.flow.nodes.flatMap((node) => forkOf(whole, node) ?? []),
    capacity: capacityOf(
      whole.flow,
      whole.rates.arcs,
      whole.solved.map(({ station }) => station),
    ),
    bottleneck: bottleneckOf(stations),
    assumptions: assumptionsOf(whole.flow),
  };
  const closed = withClosed(found, whole);
  return withLeftOut(running === null ? closed : withChain(closed, doc, running), whole.flow);
}

/** Lines lose, and so pass on less, which others then have to do: in turns until nothing changes. */
function solveFlow(doc: FlowDoc, kinds: readonly JudgedKind[]): SolvedFlow {
  const flow = new LintFlow(doc, kinds);
  const arcs = flowArcs(flow);
  const stations = findStations(flow);
  let kept: ReadonlyMap<string, number> = new Map();
  let rates = new FlowRates(flow, arcs, stations, kept);
  let solved: readonly Solved[] = [];
  for (let round = 0; round < roundsAtMost; round += 1) {
    const arrivals = new FlowArrivals(flow, rates, stations);
    const known = rates;
    solved = stations.map((station) => solveStation(station, known, arrivals));
    const next = new Map(solved.map((one) => [one.station.id, keptBy(one)]));
    const isSame = [...next].every(([id, share]) => Math.abs(share - (kept.get(id) ?? 1)) < 1e-13);
    if (isSame) break;
    kept = next;
    rates = new FlowRates(flow, arcs, stations, kept);
  }
  return { flow, rates, times: new HoldingTimes(flow), solved };
}

/** The share of what its servers could do that a station lets in. */
function keptBy({ station, means, arrivals, load }: Solved): number {
  if (means === null || station.places === Infinity || arrivals.rate === 0) return 1;
  return Math.min(1, means.throughput / (arrivals.rate * Math.min(1, 1 / (load ?? 1))));
}

function stationPrediction(one: Solved): StationPrediction {
  const { station, arrivals, means, throughput, load, missing } = one;
  const isKnown = load !== null;
  const finite = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? value : null;
  const lost = means?.lossProbability;
  const growth =
    throughput === null || station.places < Infinity || station.turnsAway ? 0 : arrivals.rate - throughput;
  return {
    id: station.id,
    nodes: station.nodes.map(({ id }) => id),
    waitsAt: [...new Set(station.waitsAt.map(({ id }) => id))],
    servers: finite(station.servers),
    model: one.model,
    tier: one.tier,
    arrivalsPerSecond: isKnown ? arrivals.rate * 1000 : null,
    load,
    throughputPerSecond: throughput === null ? null : throughput * 1000,
    growthPerSecond: throughput === null ? null : Math.max(0, growth < 1e-12 ? 0 : growth * 1000),
    isEndless: means !== null && !Number.isFinite(means.meanQueue),
    lossShare: lost ?? null,
    waitUs: times1000(finite(means?.meanWait)),
    queue: finite(means?.meanQueue),
    responseUs: times1000(finite(means?.meanResponse)),
    assumptions: eachOnce(one.notes),
    missing: eachOnce(missing),
  };
}

const times1000 = (ms: number | null) => (ms === null ? null : ms * 1000);

function assumptionsOf({ doc, nodes, wires }: LintFlow): readonly Assumption[] {
  const isLossy = wires.some(({ yield: share, wire }) => share !== 1 || Number(wire.settings['ackLoss']) > 0);
  return [
    ...nodes.flatMap(({ id, kind, node, traits }) =>
      traits.source === undefined
        ? []
        : (kind.mechanics?.(node.settings).beyond ?? []).flatMap(({ setting, spoils }) =>
            spoils === 'assumed' ? [assume('setting-assumed', id, { setting })] : [],
          ),
    ),
    ...wires
      .filter(({ wire }) => Number(wire.settings['subscribeAtMs'] ?? 0) > 0)
      .map(({ from, to }) => assume('late', from.id, { other: to.id })),
    ...(doc.faults.length > 0 ? [assume('faults')] : []),
    ...(doc.interventions.length > 0 ? [assume('interventions')] : []),
    ...(isLossy ? [assume('loss')] : []),
  ];
}
