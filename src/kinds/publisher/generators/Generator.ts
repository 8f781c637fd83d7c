import type { Context } from '#engine/model/NodeKind';
import type { Moment, Progress, PublisherPlan } from '../PublisherState';
import type { PublisherSettings } from '../publisherFields';

/**
 * One way to decide when the next event is made. Times are absolute microseconds. A generator keeps what it must
 * remember in the two numbers of `Progress` that are its own; start, stop and count are not its concern, except that
 * nothing comes before `plan.startUs`.
 */
export interface Generator {
  readonly id: PublisherSettings['generation'];
  /** The moments that are written down in the settings, sorted by time; left out where times are drawn. */
  readonly list?: (settings: PublisherSettings, typeOf: (id: string) => number) => readonly Moment[];
  /** Puts the generator's own part of the progress where it stands before the first event. */
  readonly begin?: (progress: Progress, plan: PublisherPlan, context: Context) => void;
  /**
   * When the next event is due, Infinity when none will be. It may be asked again before that moment comes, after a
   * pause, and so changes nothing but `progress.turns`.
   */
  readonly nextUs: (progress: Progress, plan: PublisherPlan, context: Context) => number;
  /** That moment has come: moves the generator's own part of the progress on. */
  readonly passed?: (progress: Progress, plan: PublisherPlan, context: Context) => void;
}
