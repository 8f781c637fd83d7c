import { addCode } from './hash';
import {
  beforeAt,
  booksAt,
  countAt,
  edgesAt,
  edgesRow,
  endAt,
  factsAt,
  histogramSize,
  lastEdgeAt,
  lastEdgeStepAt,
  levelsAt,
  levelSize,
  longestAt,
  namedStatesAt,
  numberAt,
  sampleSize,
  samplesAt,
  stateAt,
  sumAt,
  takenFromAt,
  typeAt,
} from '../layout';
import { now, steps } from './list';

/* What is measured and counted: `Samples`, `Histograms`, `Levels`, `Counters` and `LifecyclePage`. */

/** The histograms of all stations, three each, then those of the event types. */
export let histograms: usize = 0;
export let typeHistograms: usize = 0;
export let typeSamples: usize = 0;
/** By fact and event type. */
export let typeFacts: usize = 0;
export let typeCount: i32 = 0;

const rateSeconds = 10;
const highestBin = 1727;

/** Adds a duration to a sample and its histogram. */
export function observe(sample: usize, histogram: usize, us: f64): void {
  if (now >= load<f64>(sample, endAt)) moveOn(sample);
  store<f64>(sample, load<f64>(sample, countAt) + 1, countAt);
  let bin = histogram;
  if (us >= 1) {
    store<f64>(sample, load<f64>(sample, sumAt) + us, sumAt);
    if (us > load<f64>(sample, longestAt)) store<f64>(sample, us, longestAt);
    bin += (<usize>min<i32>(<i32>(reinterpret<i64>(us) >> 47) - 32735, highestBin)) << 2;
  }
  store<u32>(bin, load<u32>(bin) + 1);
}

export function observeAt(station: usize, node: i32, measure: i32, us: f64): void {
  observe(station + samplesAt + measure * sampleSize, histograms + (node * 3 + measure) * histogramSize, us);
}

function moveOn(sample: usize): void {
  const second = <i64>(now / 1e6);
  const last = <i64>(load<f64>(sample, endAt) / 1e6) - 1;
  const passed = min<i64>(rateSeconds, second - last);
  const count = load<f64>(sample, countAt);
  for (let turn: i64 = 0; turn < passed; turn++) {
    store<f64>(sample + ((<usize>((second - turn) % rateSeconds)) << 3), count, beforeAt);
  }
  store<f64>(sample, <f64>(second + 1) * 1e6, endAt);
}

/** Says how high a level is from now on. */
export function setLevel(station: usize, gauge: i32, count: i32): void {
  const place = station + gauge * levelSize;
  const before = load<f64>(place, levelsAt);
  const after = <f64>count;
  if (before === after) return;
  const grown = before * (now - load<f64>(place, levelsAt + 8));
  store<f64>(place, load<f64>(place, levelsAt + 16) + grown, levelsAt + 16);
  store<f64>(place, after, levelsAt);
  store<f64>(place, now, levelsAt + 8);
  if (after > load<f64>(place, levelsAt + 24)) store<f64>(place, after, levelsAt + 24);
}

function increment(place: usize): void {
  store<u32>(place, load<u32>(place) + 1);
}

/** Counts and hashes a fact about the event of a job. What all nodes recorded together is added up at the end. */
export function record(code: i32, station: usize, job: usize): void {
  increment(station + factsAt + (code << 2));
  increment(typeFacts + ((code * typeCount + load<i32>(job, typeAt)) << 2));
  addCode(code + 1 + (load<i32>(job, numberAt) << 6));
}

/** Moves a lifecycle to one of the states that the rules of its kind name. */
export function moveTo(station: usize, named: i32): void {
  const target = <i32>load<u8>(station + named, namedStatesAt);
  const state = load<i32>(station, stateAt);
  if (state === target) return;
  const edge = <i32>load<u8>(station + state * edgesRow + target, edgesAt);
  addCode(edge + 101);
  const stay = station + ((state + 1) << 3);
  store<f64>(stay, load<f64>(stay, booksAt) + (now - load<f64>(station, booksAt)), booksAt);
  const taken = station + load<i32>(station, takenFromAt) + (edge << 3);
  store<f64>(taken, load<f64>(taken, booksAt) + 1, booksAt);
  store<f64>(station, now, booksAt);
  store<i32>(station, target, stateAt);
  store<i32>(station, edge, lastEdgeAt);
  store<u32>(station, steps, lastEdgeStepAt);
}
