import { moveTo, observeAt, record, setLevel } from './books';
import { copyJob, dropJob } from './jobs';
import {
  acceptedAt,
  callAt,
  flightFirstAt,
  flightLastAt,
  groupAcceptedAt,
  groupDeliveredAt,
  groupRoutesAt,
  highestRankAt,
  inFlightAt,
  jobWireAt,
  laneCountAt,
  laneFirstAt,
  laneLastAt,
  memberCountAt,
  memberSize,
  membersAt,
  memberWireAt,
  nextAt,
  nextMemberAt,
  outstandingAt,
  previousAt,
  queuedUsAt,
  rankAt,
  roomAt,
  typeAt,
  unroutedAt,
  waitingAt,
  wantsAt,
  wireGroupAt,
  wireMemberAt,
  wireSize,
} from '../layout';
import { now } from './list';
import { arrive, send, wires } from './wires';

/* A bus with a queue for each group, without acknowledgements: who came first goes first, to members in turn. */

/** Calls made so far in the whole run. */
export let calls: u32 = 0;

const idle = 0;
const holding = 1;
const dispatching = 2;

/** Takes an event in: a copy for each group that wants it. */
export function takeIn(station: usize, node: i32, wire: i32, job: usize): void {
  arrive(wire);
  store<u32>(station, load<u32>(station, acceptedAt) + 1, acceptedAt);
  record(1, station, job);
  const route = load<usize>(load<usize>(station, groupRoutesAt) + (load<i32>(job, typeAt) << 2));
  const count = load<i32>(route);
  if (count === 0) {
    store<u32>(station, load<u32>(station, unroutedAt) + 1, unroutedAt);
    record(3, station, job);
    dropJob(job);
  } else {
    const last = route + (count << 2);
    for (let place = route + 4; place < last; place += 4) join(station, load<usize>(place), copyJob(job));
    join(station, load<usize>(last), job);
    for (let place = route + 4; place <= last; place += 4) drain(station, node, load<usize>(place));
  }
  tell(station);
}

/** A delivery is answered: the copy is done, however the work on it went. */
export function settle(station: usize, node: i32, wire: i32, job: usize): void {
  const wireRecord = wires + wire * wireSize;
  const member = load<usize>(wireRecord, wireMemberAt);
  const group = load<usize>(wireRecord, wireGroupAt);
  store<i32>(member, load<i32>(member, outstandingAt) - 1, outstandingAt);
  leaveFlight(group, job);
  store<i32>(station, load<i32>(station, inFlightAt) - 1, inFlightAt);
  store<u32>(group, load<u32>(group, groupDeliveredAt) + 1, groupDeliveredAt);
  record(4, station, job);
  dropJob(job);
  drain(station, node, group);
  tell(station);
}

function join(station: usize, group: usize, job: usize): void {
  store<f64>(job, now, queuedUsAt);
  store<u32>(group, load<u32>(group, groupAcceptedAt) + 1, groupAcceptedAt);
  const rank = load<i32>(group, highestRankAt) + 1;
  store<i32>(group, rank, highestRankAt);
  store<i32>(job, rank, rankAt);
  store<usize>(job, 0, nextAt);
  const count = load<i32>(group, laneCountAt);
  if (count === 0) store<usize>(group, job, laneFirstAt);
  else store<usize>(load<usize>(group, laneLastAt), job, nextAt);
  store<usize>(group, job, laneLastAt);
  store<i32>(group, count + 1, laneCountAt);
  store<i32>(station, load<i32>(station, waitingAt) + 1, waitingAt);
}

/** Hands out what waits for a group as far as its members have room. */
function drain(station: usize, node: i32, group: usize): void {
  let count = load<i32>(group, laneCountAt);
  while (count > 0) {
    const job = load<usize>(group, laneFirstAt);
    const member = chooseMember(group, load<i32>(job, typeAt));
    if (member === 0) return;
    store<usize>(group, load<usize>(job, nextAt), laneFirstAt);
    store<i32>(group, --count, laneCountAt);
    store<i32>(station, load<i32>(station, waitingAt) - 1, waitingAt);
    dispatch(station, node, group, member, job);
  }
}

function dispatch(station: usize, node: i32, group: usize, member: usize, job: usize): void {
  const wire = load<i32>(member, memberWireAt);
  store<u32>(job, ++calls, callAt);
  store<i32>(job, wire, jobWireAt);
  observeAt(station, node, 1, now - load<f64>(job, queuedUsAt));
  store<i32>(member, load<i32>(member, outstandingAt) + 1, outstandingAt);
  enterFlight(group, job);
  store<i32>(station, load<i32>(station, inFlightAt) + 1, inFlightAt);
  send(station, 2, wire, job);
}

/** In turn; whoever has no room, or does not want the type, is passed over. */
function chooseMember(group: usize, type: i32): usize {
  const count = load<i32>(group, memberCountAt);
  const members = load<usize>(group, membersAt);
  let index = load<i32>(group, nextMemberAt);
  for (let turn = 0; turn < count; turn++) {
    const member = members + index * memberSize;
    index = index + 1 === count ? 0 : index + 1;
    if (load<i32>(member, outstandingAt) >= load<i32>(member, roomAt)) continue;
    if (load<u8>(load<usize>(member, wantsAt) + type) === 0) continue;
    store<i32>(group, index, nextMemberAt);
    return member;
  }
  return 0;
}

function enterFlight(group: usize, job: usize): void {
  const last = load<usize>(group, flightLastAt);
  store<usize>(job, 0, nextAt);
  store<usize>(job, last, previousAt);
  if (last === 0) store<usize>(group, job, flightFirstAt);
  else store<usize>(last, job, nextAt);
  store<usize>(group, job, flightLastAt);
}

function leaveFlight(group: usize, job: usize): void {
  const next = load<usize>(job, nextAt);
  const previous = load<usize>(job, previousAt);
  if (previous === 0) store<usize>(group, next, flightFirstAt);
  else store<usize>(previous, next, nextAt);
  if (next === 0) store<usize>(group, previous, flightLastAt);
  else store<usize>(next, previous, previousAt);
}

function tell(station: usize): void {
  const waiting = load<i32>(station, waitingAt);
  setLevel(station, 0, waiting);
  const inFlight = load<i32>(station, inFlightAt);
  moveTo(station, inFlight > 0 ? dispatching : waiting > 0 ? holding : idle);
}
