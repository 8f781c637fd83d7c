import { closedFlow, type ClosedFlow, type ClosedStationMeans } from './closedFlow';
import type { SolvedFlow } from './nodeFigures';
import {
  bottleneckOf,
  type NodePrediction,
  type PredictedFigure,
  type Prediction,
  type StationPrediction,
} from './Prediction';

/** What is passed once, on the way there, is no part of the long run. */
const nobody: ClosedStationMeans = { throughput: 0, meanBusy: 0, meanQueue: 0, meanService: 0 };
const byAnalysis = { tier: 'exact', model: 'closed, MVA' } as const;

/** A prediction in which mean value analysis says what events that go round for ever come to, where that is what they do. */
export function withClosed(prediction: Prediction, { flow, rates, solved }: SolvedFlow): Prediction {
  const stations = solved.map(({ station }) => station);
  const closed = closedFlow(flow, rates.arcs, stations);
  if (closed === null) return prediction;
  const found = prediction.stations.map((station) => {
    return stationOf(station, closed.stations.get(station.id) ?? nobody);
  });
  const nodes = prediction.nodes.map((node) => nodeOf(node, closed, found));
  return {
    ...prediction,
    stations: found,
    nodes,
    capacity: { publishedPerSecond: 0, sustainablePerSecond: null },
    bottleneck: bottleneckOf(found),
    // How many events the sources make is what the model is about.
    assumptions: prediction.assumptions.filter(({ setting }) => setting !== 'count'),
  };
}

function stationOf(station: StationPrediction, means: ClosedStationMeans): StationPrediction {
  const { throughput, meanBusy, meanQueue, meanService } = means;
  const waitMs = throughput > 0 ? meanQueue / throughput : 0;
  return {
    ...station,
    ...byAnalysis,
    arrivalsPerSecond: throughput * 1000,
    load: station.servers === null ? 0 : meanBusy / station.servers,
    throughputPerSecond: throughput * 1000,
    growthPerSecond: 0,
    isEndless: false,
    lossShare: 0,
    waitUs: waitMs * 1000,
    queue: meanQueue,
    responseUs: (waitMs + meanService) * 1000,
    missing: [],
  };
}

function nodeOf(
  node: NodePrediction,
  { stations, passing }: ClosedFlow,
  all: readonly StationPrediction[],
): NodePrediction {
  const rate = passing.get(node.id);
  if (rate === undefined) return { ...node, figures: [], isOverloaded: false };
  const own = all.find(({ nodes }) => nodes.length === 1 && nodes[0] === node.id);
  const means = own === undefined ? undefined : stations.get(own.id);
  const before = all.filter(({ waitsAt }) => waitsAt.includes(node.id));
  const isKnown = before.every(({ waitsAt, id }) => waitsAt.length === 1 && stations.has(id));
  const queue = before.reduce((sum, { id }) => sum + (stations.get(id)?.meanQueue ?? 0), 0);
  const figure = (name: string, value: number): PredictedFigure => ({ figure: name, value, ...byAnalysis });
  const figures = [
    figure('throughputPerSecond', rate * 1000),
    ...(before.length > 0 && isKnown
      ? [figure('queue.mean', queue), figure('wait.meanUs', (queue / rate) * 1000)]
      : []),
    ...(means === undefined || own === undefined
      ? []
      : [
          own.servers === null
            ? figure('busy.mean', means.meanBusy)
            : figure('utilisation', means.meanBusy / own.servers),
          figure('service.meanUs', means.meanService * 1000),
        ]),
  ];
  return { ...node, figures, isOverloaded: false };
}
