import type { ProtocolPlan, Standing } from './ProtocolPlan';

/** Where a protocol was broken first. */
export interface Broken {
  /** Empty where all events are followed together. */
  readonly key: string;
  /** The group whose order was wrong; empty where the order of publishing was. */
  readonly group: string;
  readonly step: number;
  readonly timeUs: number;
  /** The event type that came, by its place; −1 when nothing had to come. */
  readonly type: number;
}

/** A key that a protocol follows. */
export interface FollowedKey {
  readonly group: string;
  readonly key: string;
  /** The name of its state; of a broken one, of the last before that. */
  readonly state: string;
  readonly standing: Standing;
  /** When it came there, or was broken. */
  readonly sinceUs: number;
  /** The step that broke it, or 0. */
  readonly brokenStep: number;
}

/** What became of a protocol in a run so far. */
export interface ProtocolReport extends Pick<ProtocolPlan, 'id' | 'name' | 'mode' | 'watch' | 'unsound'> {
  /** How many keys stand how. */
  readonly standings: Readonly<Record<Standing, number>>;
  readonly followed: number;
  /** By state of its automaton: how many keys stand there and are not broken. */
  readonly tokens: readonly number[];
  /** Events of keys beyond the limit: with any, the verdict on the whole is unknown unless something is broken. */
  readonly missed: number;
  readonly first: Broken | null;
  /** Broken ones first, then those that wait, who waits longest first; at most 1,000. */
  readonly keys: readonly FollowedKey[];
}
