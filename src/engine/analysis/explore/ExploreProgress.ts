/** Why exploring stopped before it had seen everything; `growth`: with few events there was so much already that it had no prospect. */
export type StopReason = 'configurations' | 'memory' | 'depth' | 'outcomes' | 'cancelled' | 'growth';

/** How far exploring has come. */
export interface ExploreProgress {
  readonly configurations: number;
  readonly transitions: number;
  /** Steps from the beginning to what is looked at now. */
  readonly depth: number;
  /** Configurations found and not looked at yet. */
  readonly waiting: number;
  readonly memory: number;
}
