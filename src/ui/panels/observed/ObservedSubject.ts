import type { Observed } from '#engine/analysis/observed/Observed';
import type { ProtocolPlace } from './attachProtocol';

/** What is looked at: what was observed, and how to get to where it happened. */
export interface ObservedSubject {
  /** The bus or log, by name. */
  readonly name: string;
  readonly observed: Observed;
  /** False while more of it is being gathered. */
  readonly isComplete: boolean;
  /** Steps of the run of the page, to which the player can go; lines of a log; or events of a recording, counted. */
  readonly places: 'steps' | 'lines' | 'events';
  readonly isPerKey: boolean;
  /** The bus that is watched, or on which the log is looked at; null when there is none. */
  readonly at: ProtocolPlace | null;
}
