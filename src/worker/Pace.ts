/** How much of the newest figure goes into the average: some ten reports back are forgotten. */
const weight = 0.2;

/** How fast something counts up, averaged over its last reports. */
export class Pace {
  #count = 0;
  #atMs = 0;
  #perSecond = 0;
  #reports = 0;

  /** Begins anew. */
  start(count: number, nowMs: number): void {
    this.#count = count;
    this.#atMs = nowMs;
    this.#perSecond = 0;
    this.#reports = 0;
  }

  /** Takes the count at a moment, and says how many come in a second. */
  report(count: number, nowMs: number): number {
    const passedMs = nowMs - this.#atMs;
    if (passedMs > 0) {
      const latest = ((count - this.#count) * 1000) / passedMs;
      // The first reports weigh as a plain mean does, so that the figure need not climb from 0.
      this.#reports += 1;
      this.#perSecond += (latest - this.#perSecond) * Math.max(weight, 1 / this.#reports);
      this.#count = count;
      this.#atMs = nowMs;
    }
    return this.#perSecond;
  }
}
