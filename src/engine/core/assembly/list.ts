import {
  causeAt,
  dueUsAt,
  entrySequenceAt,
  entrySize,
  jobAt,
  messageSize,
  messageWireAt,
  sequenceAt,
  sinceAt,
  slotAt,
  whatAt,
} from '../layout';

/*
 * What is pending, in the order of `EventList`: by time, and of the same time by number. What is due at once stands in a
 * line, a ring of messages; everything else in slots that a heap knows.
 */

export let now: f64 = 0;
/** The lower word of the time, and the upper one times 8192, as the hash wants them. */
export let nowLow: i32 = 0;
export let nowHigh: i32 = 0;
export let sequence: u32 = 0;
/** Of the step that is being made. */
export let steps: u32 = 0;
/** The first step at this time. */
export let instant: u32 = 0;

/* How many steps were made in each of so many stretches of time, all equally wide. */
export let stretches: usize = 0;
export let stretchUs: f64 = 0;
export let stretch: i32 = 0;
export let stretchEndUs: f64 = 0;
/** How many steps had been made when the present stretch began, or the core. */
export let stretchSteps: u32 = 0;

export let line: usize = 0;
export let lineMask: u32 = 0;
export let lineFirst: u32 = 0;
export let lineEnd: u32 = 0;

export let heap: usize = 0;
export let heapSize: i32 = 0;
export let freeSlot: usize = 0;
export let freshSlot: usize = 0;

export function countStep(): void {
  steps++;
}

/** The first in line is taken. */
export function passDue(): void {
  lineFirst++;
}

/** A step is due at a later time. */
export function moveOn(us: f64): void {
  instant = steps + 1;
  if (us >= stretchEndUs) turnStretch(us);
  setNow(us);
}

/** Counts what was made in the stretch that is over. The last one never ends: whoever called sees that it should. */
function turnStretch(us: f64): void {
  const place = stretches + (stretch << 2);
  store<u32>(place, load<u32>(place) + (steps - stretchSteps));
  stretchSteps = steps;
  stretch = <i32>floor<f64>(us / stretchUs);
  stretchEndUs = <f64>(stretch + 1) * stretchUs;
}

export function setNow(us: f64): void {
  now = us;
  const whole = <i64>us;
  nowLow = <i32>whole;
  nowHigh = (<i32>(whole >> 32)) << 13;
}

function write(message: usize, what: i32, wire: i32, job: usize): void {
  store<u32>(message, ++sequence, sequenceAt);
  store<i32>(message, what, whatAt);
  store<i32>(message, wire, messageWireAt);
  store<usize>(message, job, jobAt);
  store<u32>(message, steps, causeAt);
}

/** Adds what is due at once. */
export function pushDue(what: i32, wire: i32, job: usize): void {
  write(line + (lineEnd & lineMask) * messageSize, what, wire, job);
  lineEnd++;
}

/** Adds what is due later than now. */
export function pushLater(what: i32, wire: i32, job: usize, dueUs: f64): void {
  let slot = freeSlot;
  if (slot !== 0) freeSlot = load<usize>(slot);
  else {
    slot = freshSlot;
    freshSlot = slot + messageSize;
  }
  write(slot, what, wire, job);
  store<f64>(slot, now, sinceAt);
  sift(heapSize++, dueUs, sequence, slot);
}

export function push(what: i32, wire: i32, job: usize, delayUs: f64): void {
  if (delayUs === 0) pushDue(what, wire, job);
  else pushLater(what, wire, job, now + delayUs);
}

/** Takes the first out of the heap, which is not empty. Its slot is free, and holds all but its number until something is pushed. */
export function popLater(): usize {
  const slot = load<usize>(heap, slotAt);
  const last = --heapSize;
  if (last > 0) {
    const from = heap + last * entrySize;
    const dueUs = load<f64>(from, dueUsAt);
    const number = load<u32>(from, entrySequenceAt);
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= last) break;
      let entry = heap + child * entrySize;
      let childUs = load<f64>(entry, dueUsAt);
      if (child + 1 < last) {
        const otherUs = load<f64>(entry, entrySize + dueUsAt);
        if (
          otherUs < childUs ||
          (otherUs === childUs &&
            load<u32>(entry, entrySize + entrySequenceAt) < load<u32>(entry, entrySequenceAt))
        ) {
          child++;
          entry += entrySize;
          childUs = otherUs;
        }
      }
      if (dueUs < childUs || (dueUs === childUs && number < load<u32>(entry, entrySequenceAt))) break;
      copy(heap + place * entrySize, entry);
      place = child;
    }
    copy(heap + place * entrySize, from);
  }
  store<usize>(slot, freeSlot);
  freeSlot = slot;
  return slot;
}

function copy(to: usize, from: usize): void {
  store<f64>(to, load<f64>(from, dueUsAt), dueUsAt);
  store<i64>(to, load<i64>(from, entrySequenceAt), entrySequenceAt);
}

/** Puts an entry where it belongs, from a free place at the end up. Its number is the highest. */
function sift(from: i32, dueUs: f64, number: u32, slot: usize): void {
  let place = from;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap + parent * entrySize;
    const aboveUs = load<f64>(above, dueUsAt);
    if (aboveUs < dueUs || (aboveUs === dueUs && load<u32>(above, entrySequenceAt) < number)) break;
    copy(heap + place * entrySize, above);
    place = parent;
  }
  const entry = heap + place * entrySize;
  store<f64>(entry, dueUs, dueUsAt);
  store<u32>(entry, number, entrySequenceAt);
  store<usize>(entry, slot, slotAt);
}

/** Adds what was pending before the core took over, under its old number. */
export function enterLater(slot: usize, dueUs: f64): void {
  sift(heapSize++, dueUs, load<u32>(slot, sequenceAt), slot);
}
