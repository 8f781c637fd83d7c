import { moveTo, observe, observeAt, record, setLevel, typeHistograms, typeSamples } from './books';
import { copyEvent } from './jobs';
import {
  arrivedUsAt,
  attemptAt,
  backingOffAt,
  backOffsAt,
  backOffUsAt,
  begunAt,
  begunUsAt,
  bornUsAt,
  doneAt,
  doorCountAt,
  doorFirstAt,
  doorLastAt,
  failedAt,
  failureAt,
  histogramSize,
  jobWireAt,
  lastFailureAt,
  lastFailureAttemptsAt,
  lastFailureUsAt,
  lastIdAt,
  lawSize,
  longestGrowth,
  nextWorkAt,
  ordinalAt,
  phaseAt,
  previousWorkAt,
  retriesAt,
  sampleSize,
  servicesAt,
  sinceUsAt,
  stateAt,
  takenAt,
  typeAt,
  untilUsAt,
  wireFromAt,
  wireSize,
  workersAt,
  workFirstAt,
  workIdAt,
  workingAt,
  workLastAt,
  workTimerAt,
  namedStatesAt,
} from '../layout';
import { now, push, pushDue, sequence } from './list';
import { next, sample } from './luck';
import { arrive, wires } from './wires';

/* A handler whose callers wait at the door until a worker is free, and which serves, fails and tries again. */

const idle = 0;
const busy = 1;
const saturated = 2;
const backingOff = 3;

/** Phases of work. */
const starting = 0;
const working = 1;
const waitingToRetry = 2;

/** A delivery comes. */
export function admit(station: usize, node: i32, wire: i32, job: usize): void {
  arrive(wire);
  store<f64>(job, now, arrivedUsAt);
  store<usize>(job, 0, nextWorkAt);
  const count = load<i32>(station, doorCountAt);
  if (count === 0) store<usize>(station, job, doorFirstAt);
  else store<usize>(load<usize>(station, doorLastAt), job, nextWorkAt);
  store<usize>(station, job, doorLastAt);
  store<i32>(station, count + 1, doorCountAt);
  goOn(station, node);
}

/** An attempt starts: its service time is drawn. */
export function start(station: usize, node: i32, job: usize): void {
  const us = sample(load<usize>(station, servicesAt) + load<i32>(job, typeAt) * lawSize, station);
  push((node << 4) | 4, -1, job, us);
  store<u32>(job, sequence, workTimerAt);
  store<i32>(job, working, phaseAt);
  store<f64>(job, now, sinceUsAt);
  store<f64>(job, now + us, untilUsAt);
}

/** A back-off is over. */
export function retry(station: usize, node: i32, job: usize): void {
  store<i32>(station, load<i32>(station, backingOffAt) - 1, backingOffAt);
  start(station, node, job);
  goOn(station, node);
}

/** A service time is over: the work is done, or has failed. */
export function finish(station: usize, node: i32, job: usize): void {
  const failure = load<f64>(station, failureAt);
  if (failure > 0 && (failure >= 1 || next(station) < failure)) fail(station, node, job);
  else {
    store<u32>(station, load<u32>(station, doneAt) + 1, doneAt);
    const type = load<i32>(job, typeAt);
    observe(
      typeSamples + type * sampleSize,
      typeHistograms + type * histogramSize,
      now - load<f64>(job, bornUsAt),
    );
    record(5, station, job);
    leave(station, node, job, 8);
  }
  goOn(station, node);
}

function fail(station: usize, node: i32, job: usize): void {
  const attempt = load<i32>(job, attemptAt);
  if (attempt > load<i32>(station, retriesAt)) {
    copyEvent(station + lastFailureAt, job);
    store<f64>(station, now, lastFailureUsAt);
    store<i32>(station, attempt, lastFailureAttemptsAt);
    record(6, station, job);
    store<u32>(station, load<u32>(station, failedAt) + 1, failedAt);
    leave(station, node, job, 11);
    return;
  }
  const grown = min<i32>(attempt, longestGrowth) - 1;
  const us = load<f64>(load<usize>(station, backOffsAt) + (grown << 3));
  store<f64>(job, us, backOffUsAt);
  record(7, station, job);
  store<i32>(job, attempt + 1, attemptAt);
  push((node << 4) | 5, -1, job, us);
  store<u32>(job, sequence, workTimerAt);
  store<i32>(job, waitingToRetry, phaseAt);
  store<i32>(station, load<i32>(station, backingOffAt) + 1, backingOffAt);
  store<f64>(job, now, sinceUsAt);
  store<f64>(job, now + us, untilUsAt);
}

/** Frees the worker and answers. */
function leave(station: usize, node: i32, job: usize, code: i32): void {
  observeAt(station, node, 2, now - load<f64>(job, begunUsAt));
  store<i32>(station, load<i32>(station, takenAt) - 1, takenAt);
  const after = load<usize>(job, nextWorkAt);
  const before = load<usize>(job, previousWorkAt);
  if (before === 0) store<usize>(station, after, workFirstAt);
  else store<usize>(before, after, nextWorkAt);
  if (after === 0) store<usize>(station, before, workLastAt);
  else store<usize>(after, before, previousWorkAt);
  observeAt(station, node, 0, now - load<f64>(job, arrivedUsAt));
  const wire = load<i32>(job, jobWireAt);
  pushDue((load<i32>(wires + wire * wireSize, wireFromAt) << 4) | code, wire, job);
}

/** Gives free workers what waits, and tells how things stand. */
function goOn(station: usize, node: i32): void {
  const workers = load<i32>(station, workersAt);
  let taken = load<i32>(station, takenAt);
  let waiting = load<i32>(station, doorCountAt);
  while (taken < workers && waiting > 0) {
    begin(station, node, load<usize>(station, doorFirstAt));
    taken++;
    waiting--;
  }
  store<i32>(station, taken, takenAt);
  store<i32>(station, waiting, doorCountAt);
  setLevel(station, 1, taken);
  setLevel(station, 0, waiting);
  follow(station, taken, taken >= workers && waiting > 0);
}

function begin(station: usize, node: i32, job: usize): void {
  store<usize>(station, load<usize>(job, nextWorkAt), doorFirstAt);
  const ordinal = load<u32>(station, begunAt) + 1;
  store<u32>(station, ordinal, begunAt);
  const id = load<u32>(station, lastIdAt) + 1;
  store<u32>(station, id, lastIdAt);
  store<u32>(job, id, workIdAt);
  store<u32>(job, ordinal, ordinalAt);
  store<f64>(job, now, begunUsAt);
  store<f64>(job, now, sinceUsAt);
  store<f64>(job, 0, backOffUsAt);
  store<i32>(job, starting, phaseAt);
  store<i32>(job, 1, attemptAt);
  pushDue((node << 4) | 3, -1, job);
  store<u32>(job, sequence, workTimerAt);
  const last = load<usize>(station, workLastAt);
  store<usize>(job, 0, nextWorkAt);
  store<usize>(job, last, previousWorkAt);
  if (last === 0) store<usize>(station, job, workFirstAt);
  else store<usize>(last, job, nextWorkAt);
  store<usize>(station, job, workLastAt);
  observeAt(station, node, 1, now - load<f64>(job, arrivedUsAt));
}

function follow(station: usize, taken: i32, isSaturated: bool): void {
  if (taken === 0) {
    moveTo(station, idle);
    return;
  }
  if (load<i32>(station, backingOffAt) !== taken) {
    moveTo(station, isSaturated ? saturated : busy);
    return;
  }
  // Nobody begins by backing off.
  if (load<i32>(station, stateAt) === <i32>load<u8>(station + idle, namedStatesAt)) moveTo(station, busy);
  moveTo(station, backingOff);
}
