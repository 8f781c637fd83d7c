import type { FigureInterval } from '#engine/analysis/figureIntervals';
import { figureNames } from './figureNames';
import type { NodePrediction, PredictedFigure, Prediction, StationPrediction } from './Prediction';

/** Those that have no end where more comes than can be done, whatever a run that is broken off says. */
const endless: ReadonlySet<string> = new Set(['queue.mean', 'wait.meanUs', 'response.meanUs']);
/** A run that ends cannot tell a line that grows from one that is long, from this share of busy time on. */
const nearlyFull = 0.98;
const byRuns = { tier: 'simulation', model: 'runs' } as const;

/**
 * A prediction in which the means of runs stand where no theory says anything, as the last tier; `figures`, of the same flow, has
 * their intervals. A line whose servers were hardly ever idle gets no wait: it may have no end.
 */
export function withRuns(prediction: Prediction, figures: readonly FigureInterval[]): Prediction {
  if (figures.length === 0) return prediction;
  const meanOf = (id: string, figure: string): number | null => {
    const found = figures.find((one) => one.of === 'node' && one.id === id && one.figure === figure);
    return found?.interval?.mean ?? null;
  };
  return {
    ...prediction,
    stations: prediction.stations.map((station) => {
      const isAlone = prediction.stations.every(
        (other) => other === station || !other.waitsAt.some((id) => station.waitsAt.includes(id)),
      );
      return station.tier === null ? stationOf(station, meanOf, isAlone) : station;
    }),
    nodes: prediction.nodes.map((node) => nodeOf(node, meanOf)),
  };
}

type MeanOf = (id: string, figure: string) => number | null;

function stationOf(station: StationPrediction, meanOf: MeanOf, isAlone: boolean): StationPrediction {
  const { id, nodes, waitsAt } = station;
  // Of those who compete for one line, each is known only by itself.
  if (nodes.length > 1) return station;
  const load = station.load ?? meanOf(id, 'utilisation');
  const throughputPerSecond = meanOf(id, 'throughputPerSecond') ?? station.throughputPerSecond;
  const [place] = waitsAt;
  const isIdleAtTimes = load !== null && Math.max(load, meanOf(id, 'utilisation') ?? 0) < nearlyFull;
  const isKnown = isAlone && isIdleAtTimes && waitsAt.length === 1 && place !== undefined;
  return {
    ...station,
    ...byRuns,
    load,
    throughputPerSecond,
    queue: isKnown ? meanOf(place, 'queue.mean') : null,
    waitUs: isKnown ? meanOf(place, 'wait.meanUs') : null,
  };
}

function nodeOf(node: NodePrediction, meanOf: MeanOf): NodePrediction {
  const { id, figures, isOverloaded } = node;
  const added = figureNames.flatMap((figure): readonly PredictedFigure[] => {
    const isKnown = figures.some((one) => one.figure === figure) || (isOverloaded && endless.has(figure));
    const value = isKnown ? null : meanOf(id, figure);
    return value === null ? [] : [{ figure, value, ...byRuns }];
  });
  return { ...node, figures: [...figures, ...added] };
}
