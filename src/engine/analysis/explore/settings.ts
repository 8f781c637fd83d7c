/** How much may go wrong in one run: each sort at most so often. */
export interface FaultBudget {
  /** Handlers, buses and stores that crash; each may come back at any time later. */
  readonly crashes: number;
  /** Messages that are lost on a wire. */
  readonly losses: number;
  /** Messages that arrive twice. */
  readonly duplicates: number;
}

const noFaults: FaultBudget = { crashes: 0, losses: 0, duplicates: 0 };

/** Where exploring stops without having seen everything. */
export interface ExploreLimits {
  readonly configurations: number;
  /** Bytes. */
  readonly memory: number;
  /** Steps from the beginning. */
  readonly depth: number;
}

/** Where exploring stops when nothing is said: 1 GiB is the memory. */
export const usualLimits: ExploreLimits = { configurations: 2_000_000, memory: 2 ** 30, depth: 100_000 };

/** How a flow is to be explored. */
export interface CheckSettings {
  /** Most events that each source makes; null for its own count, up to 12, and 3 where it has none. */
  readonly events: number | null;
  readonly faults: FaultBudget;
  /** Whether orders are left out that make no difference. */
  readonly isReduced: boolean;
  /** Whether of configurations that differ only in which of several like nodes is in which state one is looked at. */
  readonly isSymmetric: boolean;
  readonly limits: ExploreLimits;
}

/** How a flow is explored when nothing is said: without faults, leaving out orders that make no difference. */
export const usualSettings: CheckSettings = {
  events: null,
  faults: noFaults,
  isReduced: true,
  isSymmetric: true,
  limits: usualLimits,
};
