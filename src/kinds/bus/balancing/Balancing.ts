import type { Bus, Copy } from '../BusState';

/** How the members of a group share its events. One file each, listed in `balancing/index.ts`. */
export interface Balancing {
  readonly id: string;
  /**
   * The member that gets the copy, by its place in the group: one that is reachable and, if `needsRoom`, has room for
   * it (`canTake`). −1 when there is none now.
   */
  choose(bus: Bus, copy: Copy, needsRoom: boolean): number;
}
