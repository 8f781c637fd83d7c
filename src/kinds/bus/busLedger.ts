import { lengthOf } from '#engine/kernel/Fifo';
import type { Arrivals, LedgerLine } from '#engine/model/Ledger';
import type { BusPlan, BusState, GroupState } from './BusState';
import { listDelayed } from './DelayHeap';

/** What came to the entrance of a bus, and then for every subscription what became of its copies. */
export function busLedger(state: BusState, plan: BusPlan, arrivals: Arrivals): readonly LedgerLine[] {
  return [
    entrance(state, plan, arrivals),
    ...state.groups.map((group, index) => copiesFor(group, index, state, plan)),
  ];
}

/** Refused by a protocol counts as turned away; what it sends to the dead letters has been kept out. */
function entrance(state: BusState, plan: BusPlan, { arrived, deduplicated }: Arrivals): LedgerLine {
  const protocols = plan.watch?.protocols ?? [];
  const keptOut = protocols.reduce(
    (sum, { mode }, place) => sum + (mode === 'deadLetter' ? (state.keptOut[place] ?? 0) : 0),
    0,
  );
  return {
    counts: 'events',
    wires: [],
    came: arrived,
    fates: { accepted: state.accepted, turnedAway: state.refused, deduplicated, keptOut },
    still: { door: lengthOf(state.door), parked: state.parking.count },
  };
}

function copiesFor(group: GroupState, index: number, state: BusState, plan: BusPlan): LedgerLine {
  const { accepted, ...met } = group.ledger;
  const isOurs = ({ group: own }: { readonly group: number }) => own === index;
  const ahead = state.walks.flatMap((walk) => walk.copies.slice(walk.position + (walk.call === 0 ? 0 : 1)));
  return {
    counts: 'copies',
    wires: plan.groups[index]?.members.map(({ wire }) => wire.index) ?? [],
    came: accepted,
    fates: met,
    still: {
      waiting: plan.isLoop ? sharedFor(state, plan, index) : group.queue.waiting,
      aside: group.aside.length,
      ahead: ahead.filter(isOurs).length,
      retryWait: group.retrying.length,
      inFlight: group.inFlight.length,
    },
  };
}

/** Of the one queue of a dispatch loop, the copies for a group. */
function sharedFor({ shared }: BusState, plan: BusPlan, index: number): number {
  const inLine = shared.lines.flatMap((line) => plan.order.list(line, Infinity, 0, Infinity));
  return [...inLine, ...listDelayed(shared.delayed)]
    .flatMap(({ copies }) => copies)
    .filter(({ group }) => group === index).length;
}
