import type { Token } from '#engine/model/NodeKind';

/** What the face of a publisher shows. Lists hold at most 12 tokens, their counts are the truth. */
export interface PublisherView {
  readonly emitted: number;
  readonly refused: number;
  readonly timedOut: number;
  readonly retries: number;
  /** Events given up after they were refused. */
  readonly givenUp: number;
  /** Events that are due while no caller is free, next first. */
  readonly backlog: readonly Token[];
  readonly backlogCount: number;
  /** Callers that back off before their next attempt. */
  readonly retryingCount: number;
  /** The open publish calls, when this publisher waits: the oldest, whom all of them wait for, and how many there are. */
  readonly calling: {
    readonly token: Token;
    readonly sinceUs: number;
    readonly targets: readonly number[];
    readonly count: number;
  } | null;
}
