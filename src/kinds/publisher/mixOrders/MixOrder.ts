import type { Context } from '#engine/model/NodeKind';
import type { PublisherSettings } from '../publisherFields';

/**
 * The index of a row of the mix; `made` is how many events this publisher has generated, with this one, or how many of
 * them with the key of this one.
 */
export type DrawRow = (made: number, context: Context) => number;

/** One way to go through the event mix. */
export interface MixOrder {
  readonly id: PublisherSettings['mixOrder'];
  /** Whether the events of each key are counted by themselves. */
  readonly isByKey?: true;
  /** Works out once what choosing needs; there is at least one weight, and all are above 0. */
  readonly plan: (weights: readonly number[]) => DrawRow;
}
