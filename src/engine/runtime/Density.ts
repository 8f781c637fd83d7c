const bucketCount = 1024;

/** How many steps a run made in each stretch of its virtual time; stretches widen as the run grows. */
export class Density {
  private counts = new Float64Array(bucketCount);
  private widthUs: number;
  /** The stretch in which the run stands: most steps fall into the one of the step before. */
  private bucket = 0;
  private bucketEndUs: number;

  /** `untilUs` may be infinite. */
  constructor(untilUs: number) {
    this.widthUs = untilUs === Infinity ? 1_000 : Math.max(1, Math.ceil((untilUs + 1) / bucketCount));
    this.bucketEndUs = this.widthUs;
  }

  /** Counts steps at a time; times never go back. */
  add(timeUs: number, steps = 1): void {
    if (timeUs >= this.bucketEndUs) this.moveTo(timeUs);
    this.counts[this.bucket] = (this.counts[this.bucket] ?? 0) + steps;
  }

  /** Counts steps that were made in a stretch, by its number. */
  addIn(bucket: number, steps: number): void {
    this.counts[bucket] = (this.counts[bucket] ?? 0) + steps;
  }

  /** Where the run stands: in which stretch, when it ends, how wide all are, and when they will have to widen. */
  get stretch(): {
    readonly bucket: number;
    readonly endUs: number;
    readonly widthUs: number;
    readonly lastUs: number;
  } {
    const { bucket, bucketEndUs, widthUs } = this;
    return { bucket, endUs: bucketEndUs, widthUs, lastUs: widthUs * bucketCount };
  }

  /** Steps per bucket over 0 … `untilUs`, in so many buckets. */
  over(untilUs: number, buckets: number): readonly number[] {
    const result = Array.from({ length: buckets }, () => 0);
    if (untilUs <= 0) return result;
    this.counts.forEach((count, index) => {
      const middleUs = (index + 0.5) * this.widthUs;
      const bucket = Math.min(buckets - 1, Math.floor((middleUs / untilUs) * buckets));
      result[bucket] = (result[bucket] ?? 0) + count;
    });
    return result;
  }

  /** About how many steps there are between two times: to the width of a stretch. */
  between(fromUs: number, toUs: number): number {
    const first = Math.max(0, Math.floor(fromUs / this.widthUs));
    const last = Math.min(bucketCount - 1, Math.floor(toUs / this.widthUs));
    let sum = 0;
    for (let index = first; index <= last; index += 1) sum += this.counts[index] ?? 0;
    return sum;
  }

  private moveTo(timeUs: number): void {
    while (timeUs >= this.widthUs * bucketCount) this.widen();
    this.bucket = Math.floor(timeUs / this.widthUs);
    this.bucketEndUs = (this.bucket + 1) * this.widthUs;
  }

  private widen(): void {
    const wider = new Float64Array(bucketCount);
    this.counts.forEach((count, index) => {
      const half = index >> 1;
      wider[half] = (wider[half] ?? 0) + count;
    });
    this.counts = wider;
    this.widthUs *= 2;
  }
}
