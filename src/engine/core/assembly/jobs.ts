import { bornUsAt, jobSize, keyAt, nextAt, numberAt, sourceAt, typeAt } from '../layout';

/* Jobs lie in slots that are used again. */

export let freeJob: usize = 0;
export let freshJob: usize = 0;
export let jobsLeft: i32 = 0;

export function takeJob(): usize {
  jobsLeft--;
  const job = freeJob;
  if (job !== 0) {
    freeJob = load<usize>(job, nextAt);
    return job;
  }
  const fresh = freshJob;
  freshJob = fresh + jobSize;
  return fresh;
}

export function dropJob(job: usize): void {
  jobsLeft++;
  store<usize>(job, freeJob, nextAt);
  freeJob = job;
}

/** Another job with the same event. */
export function copyJob(job: usize): usize {
  const copy = takeJob();
  copyEvent(copy, job);
  return copy;
}

export function copyEvent(to: usize, from: usize): void {
  store<u32>(to, load<u32>(from, numberAt), numberAt);
  store<i32>(to, load<i32>(from, typeAt), typeAt);
  store<i32>(to, load<i32>(from, sourceAt), sourceAt);
  store<i32>(to, load<i32>(from, keyAt), keyAt);
  store<f64>(to, load<f64>(from, bornUsAt), bornUsAt);
}
