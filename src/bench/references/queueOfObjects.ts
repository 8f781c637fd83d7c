import { ObjectHeap } from './ObjectHeap';
import { Uniform } from './Uniform';

interface Job {
  readonly arrived: number;
}

/** M/M/c as it is usually written: an object for each job, a closure for each event. Returns the mean wait. */
export function queueOfObjects(
  jobs: number,
  meanBetween: number,
  meanService: number,
  servers: number,
): number {
  const random = new Uniform(7);
  const heap = new ObjectHeap();
  const waiting: Job[] = [];
  let first = 0;
  let free = servers;
  let now = 0;
  const sums = { waited: 0, done: 0 };
  const at = (delay: number, act: () => void) => heap.push({ time: now + delay, act });
  const serve = (job: Job) => {
    sums.waited += now - job.arrived;
    at(random.exponential(meanService), () => {
      sums.done += 1;
      const next = waiting[first];
      if (next === undefined) free += 1;
      else {
        first += 1;
        if (first > 1000) waiting.splice(0, first).length = first = 0;
        serve(next);
      }
    });
  };
  const arrive = () => {
    at(random.exponential(meanBetween), arrive);
    const job = { arrived: now };
    if (free > 0) {
      free -= 1;
      serve(job);
    } else waiting.push(job);
  };
  at(random.exponential(meanBetween), arrive);
  for (let event = heap.pop(); event !== undefined && sums.done < jobs; event = heap.pop()) {
    now = event.time;
    event.act();
  }
  return sums.waited / sums.done;
}
