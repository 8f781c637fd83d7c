import { moveTo, observeAt, record } from './books';
import { copyJob, dropJob, takeJob } from './jobs';
import {
  bornUsAt,
  emittedAt,
  countsKey,
  drawsKey,
  hotShareAt,
  inTurnAt,
  keyAt,
  keyChoiceAt,
  keysAt,
  madeAt,
  mostMadeAt,
  numberAt,
  rowCountAt,
  rowSize,
  rowsAt,
  rowTypeAt,
  rowWeightAt,
  sourceAt,
  sourceLawAt,
  sourceRoutesAt,
  startUsAt,
  stopUsAt,
  timerAt,
  typeAt,
  weightAt,
} from '../layout';
import { now, push, sequence } from './list';
import { next, sample } from './luck';
import { send } from './wires';

/* A source that makes events one by one and waits for nobody. */

/** Events made so far in the whole run. */
export let events: u32 = 0;

const idle = 0;
const emitting = 1;
const done = 2;

/** Makes an event and puts it on its wires, then sets the timer of the next one. */
export function generate(station: usize, node: i32): void {
  const made = load<u32>(station, madeAt) + 1;
  store<u32>(station, made, madeAt);
  const type = pickType(station, made);
  const key = pickKey(station, made);
  const job = takeJob();
  store<u32>(job, ++events, numberAt);
  store<i32>(job, type, typeAt);
  store<i32>(job, node, sourceAt);
  store<i32>(job, key, keyAt);
  store<f64>(job, now, bornUsAt);
  moveTo(station, emitting);
  store<u32>(station, load<u32>(station, emittedAt) + 1, emittedAt);
  observeAt(station, node, 1, 0);
  record(0, station, job);
  emit(station, job, load<usize>(load<usize>(station, sourceRoutesAt) + (type << 2)));
  scheduleNext(station, node, made);
  moveTo(station, idle);
  if (load<u32>(station, timerAt) === 0) moveTo(station, done);
}

function emit(station: usize, job: usize, route: usize): void {
  const count = load<i32>(route);
  if (count === 0) {
    record(3, station, job);
    dropJob(job);
    return;
  }
  for (let place = 1; place < count; place++) {
    const wire = load<i32>(route + (place << 2));
    send(station, 1, wire, copyJob(job));
  }
  send(station, 1, load<i32>(route + (count << 2)), job);
}

function scheduleNext(station: usize, node: i32, made: u32): void {
  let timer: u32 = 0;
  if (made < load<u32>(station, mostMadeAt)) {
    const startUs = load<f64>(station, startUsAt);
    const atUs = (now < startUs ? startUs : now) + sample(station + sourceLawAt, station);
    if (atUs <= load<f64>(station, stopUsAt)) {
      push((node << 4) | 5, -1, 0, atUs - now);
      timer = sequence;
    }
  }
  store<u32>(station, timer, timerAt);
}

function pickKey(station: usize, made: u32): i32 {
  const keys = load<i32>(station, keysAt);
  const choice = load<i32>(station, keyChoiceAt);
  if (choice === countsKey) return <i32>made;
  if (choice === drawsKey) return pick(station, keys) + 1;
  if (keys === 1) return 1;
  const share = load<f64>(station, hotShareAt);
  if (share > 0 && (share >= 1 || next(station) < share)) return 1;
  return pick(station, keys - 1) + 2;
}

function pick(station: usize, count: i32): i32 {
  return count === 1 ? 0 : <i32>(next(station) * <f64>count);
}

function pickType(station: usize, made: u32): i32 {
  const count = load<i32>(station, rowCountAt);
  const rows = load<usize>(station, rowsAt);
  if (count === 1) return load<i32>(rows, rowTypeAt);
  const weights = load<f64>(station, weightAt);
  if (load<i32>(station, inTurnAt) !== 0) return typeInTurn(rows, <f64>((made - 1) % <u32>weights));
  let rest = next(station) * weights;
  let row = rows;
  for (let place = 0; place < count; place++) {
    row = rows + place * rowSize;
    const weight = load<f64>(row, rowWeightAt);
    if (rest < weight) break;
    rest -= weight;
  }
  return load<i32>(row, rowTypeAt);
}

function typeInTurn(rows: usize, place: f64): i32 {
  let row = rows;
  while (place >= load<f64>(row, rowWeightAt)) row += rowSize;
  return load<i32>(row, rowTypeAt);
}
