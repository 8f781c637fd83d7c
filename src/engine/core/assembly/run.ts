import { addStep } from './hash';
import { jobsLeft } from './jobs';
import {
  dueUsAt,
  entrySequenceAt,
  jobAt,
  kindAt,
  lastStepUsAt,
  messageSize,
  messageWireAt,
  numberAt,
  sequenceAt,
  stationSize,
  whatAt,
} from '../layout';
import * as list from './list';
import { settle, takeIn } from './queue';
import { admit, finish, retry, start } from './server';
import { events, generate } from './source';

export let stations: usize = 0;
/** No step is due after it. */
export let horizonUs: f64 = 0;
/** Where it ends besides: after a step at this time or later, and after one in which so many events were made. */
export let goalUs: f64 = 0;
export let goalEvents: u32 = 0;
/** How many jobs a step may make. */
export let jobsPerStep: i32 = 0;

export { low, high, hashed } from './hash';
export { freeJob, freshJob, jobsLeft, takeJob } from './jobs';
export { histograms, typeHistograms, typeSamples, typeFacts, typeCount } from './books';
export {
  now,
  sequence,
  steps,
  line,
  lineMask,
  lineFirst,
  lineEnd,
  heap,
  heapSize,
  freeSlot,
  freshSlot,
  setNow,
  enterLater,
  instant,
  stretches,
  stretchUs,
  stretch,
  stretchEndUs,
  stretchSteps,
} from './list';
export { events };
export { calls } from './queue';
export { wires } from './wires';
export { fillTables } from './luck';

/** Makes steps until there were so many. 0 when there were, 1 when nothing is left to do, 2 when there is no room. */
export function run(end: u32): i32 {
  while (list.steps < end) {
    if (jobsLeft < jobsPerStep) return 2;
    let message: usize;
    if (list.lineFirst !== list.lineEnd) {
      message = list.line + (list.lineFirst & list.lineMask) * messageSize;
      if (
        list.heapSize > 0 &&
        load<f64>(list.heap, dueUsAt) <= list.now &&
        load<u32>(list.heap, entrySequenceAt) < load<u32>(message, sequenceAt)
      ) {
        message = list.popLater();
      } else list.passDue();
    } else {
      if (list.heapSize === 0) return 1;
      const dueUs = load<f64>(list.heap, dueUsAt);
      if (dueUs > horizonUs) return 1;
      message = list.popLater();
      if (dueUs > list.now) list.moveOn(dueUs);
    }
    take(message);
    if (list.now >= goalUs || events >= goalEvents) return 0;
  }
  return 0;
}

function take(message: usize): void {
  const what = load<i32>(message, whatAt);
  const wire = load<i32>(message, messageWireAt);
  const job = load<usize>(message, jobAt);
  const node = what >> 4;
  const station = stations + node * stationSize;
  list.countStep();
  store<f64>(station, list.now, lastStepUsAt);
  addStep(list.nowLow, list.nowHigh, what, wire, job === 0 ? 0 : load<i32>(job, numberAt));
  switch (what & 15) {
    case 1:
      takeIn(station, node, wire, job);
      break;
    case 2:
      admit(station, node, wire, job);
      break;
    case 3:
      start(station, node, job);
      break;
    case 4:
      finish(station, node, job);
      break;
    case 5:
      if (load<i32>(station, kindAt) === 0) generate(station, node);
      else retry(station, node, job);
      break;
    default:
      settle(station, node, wire, job);
  }
}
