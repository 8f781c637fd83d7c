import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { chainMeans, type ChainMeans } from './chain/MarkovChain';
import type { NodePrediction, PredictedFigure, Prediction, StationPrediction } from './Prediction';

/** More states take longer to solve than somebody who draws wants to wait. */
const mostStates = 3_000;

/** A prediction in which the Markov chain of the flow says what no closed form does, where everything is exponential and small. */
export function withChain(
  prediction: Prediction,
  doc: FlowDoc,
  running: ReadonlyMap<string, RunningKind>,
): Prediction {
  const isOpen = prediction.stations.some(({ tier, load }) => tier !== 'exact' && load !== null);
  const means = isOpen ? chainMeans(doc, running, mostStates) : null;
  if (means === null) return prediction;
  return {
    ...prediction,
    stations: prediction.stations.map((station) =>
      station.tier === 'exact' ? station : solved(station, means),
    ),
    nodes: prediction.nodes.map((node) => completed(node, means.get(node.id))),
  };
}

function solved(station: StationPrediction, means: ReadonlyMap<string, ChainMeans>): StationPrediction {
  const sum = (ids: readonly string[], what: keyof ChainMeans) =>
    ids.reduce((total, id) => total + (means.get(id)?.[what] ?? 0), 0);
  const finished = sum(station.nodes, 'finished');
  const isAlone = station.waitsAt.every((id) => Math.abs((means.get(id)?.delivered ?? 0) - finished) < 1e-9);
  // Where a line serves others too, its length is not that of this station alone.
  if (!isAlone || finished === 0) return station;
  const queue = sum(station.waitsAt, 'queue');
  const arrivals = (station.arrivalsPerSecond ?? 0) / 1000;
  return {
    ...station,
    model: 'Markov chain',
    tier: 'chain',
    throughputPerSecond: finished * 1000,
    lossShare: arrivals > 0 ? Math.max(0, 1 - finished / arrivals) : null,
    queue,
    waitUs: (queue / finished) * 1000,
    responseUs: ((queue + sum(station.nodes, 'busy')) / finished) * 1000,
    missing: [],
  };
}

/** What a closed form says stays; the rest is the chain's. */
function completed(node: NodePrediction, means: ChainMeans | undefined): NodePrediction {
  if (means === undefined) return node;
  const figures: readonly (readonly [string, number])[] = [
    ['queue.mean', means.queue],
    ...(means.delivered > 0
      ? ([
          ['throughputPerSecond', means.delivered * 1000],
          ['wait.meanUs', (means.queue / means.delivered) * 1000],
        ] as const)
      : []),
    ...(means.finished > 0 ? ([['throughputPerSecond', means.finished * 1000]] as const) : []),
  ];
  const sure = node.figures.filter(({ tier }) => tier === 'exact');
  const added = figures
    .filter(([figure]) => !sure.some((one) => one.figure === figure))
    .map(([figure, value]): PredictedFigure => ({ figure, value, tier: 'chain', model: 'Markov chain' }));
  const rest = node.figures.filter((one) => ![...sure, ...added].some(({ figure }) => figure === one.figure));
  return { ...node, figures: [...sure, ...added, ...rest] };
}
