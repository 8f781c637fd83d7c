import { lengthOf } from '#engine/kernel/Fifo';
import type { Arrivals, LedgerLine } from '#engine/model/Ledger';
import type { HandlerState } from './HandlerState';

/** What was delivered to a handler, and what became of it. Abandoned work is not in its hands any more. */
export function handlerLedger(state: HandlerState, { arrived }: Arrivals): readonly LedgerLine[] {
  const { done, failed, dropped, lost, expired, deduplicated, sentBack } = state;
  const atWork = state.working
    .filter((work) => !work.isAbandoned)
    .reduce((sum, work) => sum + (work.items?.length ?? 1), 0);
  return [
    {
      counts: 'deliveries',
      wires: [],
      came: arrived,
      fates: { worked: done, failed, sentBack, deduplicated, dropped, expired, lost },
      still: {
        door: lengthOf(state.door),
        waiting: lengthOf(state.inbox) + state.twins.length,
        atWork,
      },
    },
  ];
}
