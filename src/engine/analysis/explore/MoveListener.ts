import type { Configuration } from './Configuration';
import type { Move } from './Move';

/** Who wants to know of every move that is found. */
export interface MoveListener {
  /** Exploring begins, perhaps anew: what was told before is void. */
  begin(): void;
  /** A move, by its number among those of the configuration it starts from, which is `here`. */
  move(from: number, to: number, ordinal: number, move: Move, here: Configuration): void;
  /** A run ends here. */
  end(configuration: number, here: Configuration): void;
}
