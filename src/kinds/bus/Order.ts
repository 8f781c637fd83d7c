import type { Context } from '#engine/model/NodeKind';
import type { Line, Ticket, Waiting } from './Line';

/** What an order may ask for: the time, and chance. */
export interface OrderContext {
  readonly context: Pick<Context, 'now' | 'pick'>;
  readonly plan: {
    /** Waiting that counts as one level of priority; `Infinity` without ageing. */
    readonly ageAfterUs: number;
  };
}

/** In which order what waits is handed out. One file each, listed in `orders/index.ts`. */
export interface Order {
  readonly id: string;
  /** Whether the highest rank goes first. */
  readonly takesLast: boolean;
  /** Whether keys have to be held and released, for there is never more than one of a key under way. */
  readonly keepsKeys: boolean;
  /** Puts an item at the place that its rank says. */
  add<T extends Waiting>(line: Line<T>, item: T): void;
  /** Whose turn it is; undefined when nothing may go. It stays in the line. */
  next<T extends Waiting>(line: Line<T>, bus: OrderContext): T | undefined;
  /** Takes an item out, from wherever it stands; undefined when it is not there. */
  remove<T extends Waiting>(line: Line<T>, ticket: Ticket): T | undefined;
  /** Who goes when room has to be made. */
  oldest<T extends Waiting>(line: Line<T>): T | undefined;
  /** The first items, at most `count`, as they would go if nothing else happened and every key were free. */
  list<T extends Waiting>(line: Line<T>, count: number, nowUs: number, ageAfterUs: number): readonly T[];
  /** Whether nothing of this key is under way; absent where that does not matter. */
  isFree?(line: Line<Waiting>, subject: string): boolean;
  /** One more, or one less, of this key is under way; only where `keepsKeys`. */
  hold(line: Line<Waiting>, subject: string): void;
  release(line: Line<Waiting>, subject: string): void;
}
