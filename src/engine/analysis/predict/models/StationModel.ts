import type { QueueMeans } from '#engine/analysis/queueing/QueueMeans';
import type { Arrivals } from '../Arrivals';
import type { TimeMoments } from '../Moments';

/**
 * How a figure was found, the surest first; `simulation` is what the others are compared with. `partial` is exact for the flow
 * without its faults and time-outs of calls.
 */
export const tiers = ['exact', 'chain', 'approximation', 'simulation', 'partial'] as const;

export type Tier = (typeof tiers)[number];

/** What of a station a model looks at. Times are milliseconds, rates a millisecond. */
export interface StationInput {
  readonly arrivals: Arrivals;
  /** Of all customers together. */
  readonly holding: TimeMoments;
  readonly servers: number;
  /** How many may wait. */
  readonly places: number;
  readonly whenFull: 'block' | 'refuse' | 'dropNewest' | 'dropOldest';
  /** Customers by level of priority, the most important first; null where the order has nothing to do with who they are. */
  readonly levels: readonly { readonly rate: number; readonly holding: TimeMoments }[] | null;
}

/** One theory of a waiting line. */
export interface StationModel {
  /** Its name as people write it, in Kendall's notation or by its authors. */
  readonly name: string;
  readonly tier: Tier;
  /** What the station comes to; null where the theory does not fit. */
  solve(input: StationInput): StationMeans | null;
}

/** The means of a station, and the wait of each level of priority where there are several. */
export interface StationMeans extends QueueMeans {
  readonly levelWaits: readonly number[] | null;
}

/** Means without levels. */
export const plainMeans = (means: QueueMeans): StationMeans => ({ ...means, levelWaits: null });

/** The same for all: no levels, nobody turned away. */
export const isOpenLine = ({ places, levels }: StationInput): boolean =>
  places === Infinity && levels === null;
