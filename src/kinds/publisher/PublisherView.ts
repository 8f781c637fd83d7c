import type { Token } from '#engine/model/NodeKind';

/** What the face of a publisher shows. Lists hold at most 12 tokens, their counts are the truth. */
export interface PublisherView {
  readonly emitted: number;
  readonly refused: number;
  /** Events that are due while an earlier publish call is still open, next first. */
  readonly backlog: readonly Token[];
  readonly backlogCount: number;
  /** The open publish call, when this publisher waits. */
  readonly calling: {
    readonly token: Token;
    readonly sinceUs: number;
    readonly targets: readonly number[];
  } | null;
}
