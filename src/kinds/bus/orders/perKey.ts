import { createFifo, first, firstItems, lengthOf } from '#engine/kernel/Fifo';
import type { KeyLane, Line, Ticket, Waiting } from '../Line';
import type { Order } from '../Order';
import { clearRanks, dropTopRank, pushRank, type RankHeap } from '../RankHeap';
import { insertByRank, takeByRank } from '../ranked';

/**
 * Who came first goes first, but never two of one key at a time: the next of a key waits until the one before is
 * answered, and others pass. Each key has its own lane, and the free keys stand in a heap by the rank of their first, so
 * that a long backlog of one key costs the others nothing. What is out of date in a heap is thrown away when it comes
 * to the top.
 */
export const perKey: Order = {
  id: 'perKey',
  takesLast: false,
  keepsKeys: true,
  add(line, item) {
    const name = nameOf(item.event.subject);
    const lane = laneOf(line, name);
    insertByRank(lane.waiting, item);
    if (first(lane.waiting) === item) enter(line, name, lane);
  },
  next: (line) => topOf(line, line.ready, true),
  remove(line, ticket) {
    const name = nameOf(ticket.event.subject);
    const lane = line.keyed[name];
    if (lane === undefined) return undefined;
    const wasFirst = first(lane.waiting)?.rank === ticket.rank;
    const item = takeByRank(lane.waiting, ticket.rank);
    if (wasFirst) enter(line, name, lane);
    forgetIdle(line, name, lane);
    return item;
  },
  oldest: (line) => topOf(line, line.ages, false),
  list(line, count) {
    const heads = Object.values(line.keyed).flatMap((lane) => firstItems(lane.waiting, count));
    return heads.toSorted((a, b) => a.rank - b.rank).slice(0, count);
  },
  isFree: (line, subject) => (line.keyed[nameOf(subject)]?.held ?? 0) === 0,
  hold(line, subject) {
    laneOf(line, nameOf(subject)).held += 1;
  },
  release(line, subject) {
    const name = nameOf(subject);
    const lane = laneOf(line, name);
    lane.held -= 1;
    if (lane.held > 0) return;
    const head = first(lane.waiting);
    if (head !== undefined) pushRank(line.ready, head.rank, name);
    forgetIdle(line, name, lane);
  },
};

function nameOf(subject: string): string {
  return `:${subject}`;
}

function laneOf<T>(line: Line<T>, name: string): KeyLane<T> {
  const known = line.keyed[name];
  if (known !== undefined) return known;
  const lane: KeyLane<T> = { waiting: createFifo(), held: 0 };
  line.keyed[name] = lane;
  line.keyCount += 1;
  return lane;
}

function forgetIdle<T>(line: Line<T>, name: string, lane: KeyLane<T>): void {
  if (lane.held > 0 || lengthOf(lane.waiting) > 0) return;
  delete line.keyed[name];
  line.keyCount -= 1;
}

/** A key has another first one. */
function enter<T extends Ticket>(line: Line<T>, name: string, lane: KeyLane<T>): void {
  const head = first(lane.waiting);
  if (head === undefined) return;
  pushRank(line.ages, head.rank, name);
  if (lane.held === 0) pushRank(line.ready, head.rank, name);
  tidy(line, line.ages);
  tidy(line, line.ready);
}

/** The item of the lowest rank in a heap, after throwing away what no longer holds. */
function topOf<T extends Waiting>(line: Line<T>, heap: RankHeap, mustBeFree: boolean): T | undefined {
  for (;;) {
    const [rank] = heap.ranks;
    const [name] = heap.keys;
    if (rank === undefined || name === undefined) return undefined;
    const lane = line.keyed[name];
    const head = lane === undefined ? undefined : first(lane.waiting);
    const isTrue = head?.rank === rank && (!mustBeFree || lane?.held === 0);
    if (isTrue) return head;
    dropTopRank(heap);
  }
}

/** Builds a heap anew in which most is out of date; that is rare enough to cost nothing on average. */
function tidy<T extends Ticket>(line: Line<T>, heap: RankHeap): void {
  if (heap.ranks.length <= 64 + 4 * line.keyCount) return;
  const mustBeFree = heap === line.ready;
  clearRanks(heap);
  for (const name in line.keyed) {
    const lane = line.keyed[name];
    const head = lane === undefined ? undefined : first(lane.waiting);
    if (head !== undefined && !(mustBeFree && (lane?.held ?? 0) > 0)) pushRank(heap, head.rank, name);
  }
}
