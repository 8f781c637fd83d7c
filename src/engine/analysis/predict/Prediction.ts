import type { Assumption } from './assumptionTexts';
import type { Tier } from './models/StationModel';

/**
 * What a flow comes to in the long run, as plain JSON. Units stand last in the names. What nobody can say is null, and
 * `missing` says why.
 */
export interface Prediction {
  readonly stations: readonly StationPrediction[];
  readonly nodes: readonly NodePrediction[];
  readonly forks: readonly ForkPrediction[];
  /** The id of the station that is nearest to its limit; null where no load is known. */
  readonly bottleneck: string | null;
  readonly capacity: CapacityPrediction;
  /** What concerns the whole flow. */
  readonly assumptions: readonly Assumption[];
}

/** What a flow takes in, and could. */
export interface CapacityPrediction {
  /** What all sources make; null where nobody can say. */
  readonly publishedPerSecond: number | null;
  /** What they may make in the same proportions before the first line has no end; null where nobody can say. */
  readonly sustainablePerSecond: number | null;
}

/** One waiting line with its servers. */
export interface StationPrediction {
  /** The id of the node whose servers these are. */
  readonly id: string;
  readonly nodes: readonly string[];
  /** Ids of the nodes in which its customers wait. */
  readonly waitsAt: readonly string[];
  readonly servers: number | null;
  /** Null where nothing can be said of times. */
  readonly model: string | null;
  readonly tier: Tier | null;
  readonly arrivalsPerSecond: number | null;
  /** The share of its servers' time that is asked for; 1 and more is more than it can do. */
  readonly load: number | null;
  readonly throughputPerSecond: number | null;
  /** By how much more comes than goes, a second: 0 where it keeps up. */
  readonly growthPerSecond: number | null;
  /** Whether its line has no end: as much comes as it can do, or more. */
  readonly isEndless: boolean;
  /** The share of the events that are turned away or dropped. */
  readonly lossShare: number | null;
  /** Of those let in, wherever they wait; null also where there is no end to it. */
  readonly waitUs: number | null;
  readonly queue: number | null;
  readonly responseUs: number | null;
  readonly assumptions: readonly Assumption[];
  /** Why there are no times; empty where there are. */
  readonly missing: readonly Assumption[];
}

/** The id of the station that is nearest to its limit; null where no load is known. */
export function bottleneckOf(stations: readonly StationPrediction[]): string | null {
  const [busiest] = stations.toSorted((a, b) => (b.load ?? 0) - (a.load ?? 0));
  return busiest !== undefined && (busiest.load ?? 0) > 0 ? busiest.id : null;
}

/** One figure of a node, under the name that it has in the report of a run. */
export interface PredictedFigure {
  readonly figure: string;
  readonly value: number;
  readonly tier: Tier;
  readonly model: string;
}

export interface NodePrediction {
  readonly id: string;
  readonly figures: readonly PredictedFigure[];
  /** Whether more comes to it than it can do, so that its line has no end. */
  readonly isOverloaded: boolean;
}

/** How long it takes until every group of a line is done with an event. */
export interface ForkPrediction {
  /** The id of the line. */
  readonly id: string;
  readonly parts: number;
  readonly allDoneUs: number;
  readonly tier: Tier;
  readonly model: string;
}
