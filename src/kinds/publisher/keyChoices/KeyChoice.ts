import type { Context } from '#engine/model/NodeKind';
import type { PublisherSettings } from '../publisherFields';

/** The number of the key of an event, from 1; `made` is how many events this publisher has generated, with this one. */
export type DrawKey = (made: number, context: Context) => number;

/** One way to choose keys. */
export interface KeyChoice {
  readonly id: PublisherSettings['keyChoice'];
  /** Works out once what drawing needs. */
  readonly plan: (settings: PublisherSettings) => DrawKey;
}
