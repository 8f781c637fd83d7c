import type { LedgerLine } from '#engine/model/Ledger';
import type { PublisherPlan, PublisherState } from './PublisherState';

/** What became of the calls of a publisher that waits for answers; who does not wait makes none. */
export function publisherLedger(
  { tries, answered, failed, timedOut, open }: PublisherState,
  { waits, timeoutUs }: PublisherPlan,
): readonly LedgerLine[] {
  if (!waits) return [];
  return [
    {
      counts: 'calls',
      wires: [],
      came: tries,
      fates: { answered, failed, ...(timeoutUs > 0 ? { timedOut } : {}) },
      still: { waiting: open.length },
    },
  ];
}
