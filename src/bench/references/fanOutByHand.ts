import { TypedHeap } from './TypedHeap';
import { Uniform } from './Uniform';

const ringSize = 1 << 14;

/**
 * One topic, so many handlers with one worker each, and a share of attempts that fail and are tried again at once:
 * written by hand with typed arrays, as the limit of what JavaScript does. Returns the mean wait.
 */
export function fanOutByHand(
  events: number,
  meanBetween: number,
  meanService: number,
  handlers: number,
  failure: number,
): number {
  const random = new Uniform(7);
  const heap = new TypedHeap(64);
  const waiting = new Float64Array(ringSize * handlers);
  const firsts = new Int32Array(handlers);
  const ends = new Int32Array(handlers);
  const busy = new Uint8Array(handlers);
  let waited = 0;
  let arrived = 0;
  let done = 0;
  heap.push(random.exponential(meanBetween), handlers);
  while (done < events * handlers) {
    const what = heap.pop();
    const now = heap.timeUs;
    if (what === handlers) {
      arrived++;
      if (arrived < events) heap.push(now + random.exponential(meanBetween), handlers);
      for (let handler = 0; handler < handlers; handler++) {
        if (busy[handler] === 0) {
          busy[handler] = 1;
          heap.push(now + random.exponential(meanService), handler);
        } else {
          const end = ends[handler] ?? 0;
          ends[handler] = end + 1;
          waiting[handler * ringSize + (end & (ringSize - 1))] = now;
        }
      }
    } else if (random.next() < failure) heap.push(now + random.exponential(meanService), what);
    else {
      done++;
      const first = firsts[what] ?? 0;
      if (first < (ends[what] ?? 0)) {
        firsts[what] = first + 1;
        waited += now - (waiting[what * ringSize + (first & (ringSize - 1))] ?? 0);
        heap.push(now + random.exponential(meanService), what);
      } else busy[what] = 0;
    }
  }
  return waited / done;
}
