import type { Json } from '#engine/model/Json';
import type { AccessMessage } from '#engine/model/messages';

/** What somebody wants of the store, and is not answered yet. */
export type Access = Omit<AccessMessage, 'kind'>;

/** An access that takes its time; it reads or writes at its end. */
export interface OpenAccess {
  readonly timer: number;
  readonly access: Access;
  readonly sinceUs: number;
}

/** What a store remembers, as plain data. */
export interface StoreState {
  /** Keys carry a `:` in front, so that no key of a user can be a name that JavaScript knows. */
  values: Record<string, Json>;
  /** The keys written last, newest first. */
  recent: string[];
  open: OpenAccess[];
  waiting: Access[];
  reads: number;
  writes: number;
  /** Accesses that came while it was down, or that it broke off. */
  lost: number;
  paused: boolean;
  down: boolean;
  /** How many times as long an access takes that begins now. */
  slowFactor: number;
}
