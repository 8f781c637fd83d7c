import type { Arrivals, LedgerLine } from '#engine/model/Ledger';
import type { StoreState } from './StoreState';

/** What was asked of a store, and what became of it. */
export function storeLedger(
  { reads, writes, lost, open, waiting }: StoreState,
  { arrived }: Arrivals,
): readonly LedgerLine[] {
  return [
    {
      counts: 'accesses',
      wires: [],
      came: arrived,
      fates: { read: reads, written: writes, lost },
      still: { waiting: waiting.length, atWork: open.length },
    },
  ];
}
