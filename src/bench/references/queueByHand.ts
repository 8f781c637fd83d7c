import { TypedHeap } from './TypedHeap';
import { Uniform } from './Uniform';

const arrival = 0;
const departure = 1;
const ringSize = 1 << 16;

/**
 * M/M/c written by hand for this one model, with typed arrays: an event heap, a ring of arrival times, sums. The limit
 * of what JavaScript does. Returns the mean wait, so that nobody can leave the work out.
 */
export function queueByHand(jobs: number, meanBetween: number, meanService: number, servers: number): number {
  const random = new Uniform(7);
  const heap = new TypedHeap(64);
  const waiting = new Float64Array(ringSize);
  let first = 0;
  let end = 0;
  let free = servers;
  let waited = 0;
  let done = 0;
  heap.push(random.exponential(meanBetween), arrival);
  while (done < jobs) {
    const what = heap.pop();
    const now = heap.timeUs;
    if (what === arrival) {
      heap.push(now + random.exponential(meanBetween), arrival);
      if (free > 0) {
        free--;
        heap.push(now + random.exponential(meanService), departure);
      } else waiting[end++ & (ringSize - 1)] = now;
    } else {
      done++;
      if (first < end) {
        waited += now - (waiting[first++ & (ringSize - 1)] ?? 0);
        heap.push(now + random.exponential(meanService), departure);
      } else free++;
    }
  }
  return waited / done;
}
