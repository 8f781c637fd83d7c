/** The least event list that a model written for speed alone would have: a binary heap of (time, number, what). */
export class TypedHeap {
  private readonly times: Float64Array;
  private readonly numbers: Float64Array;
  private readonly whats: Int32Array;
  private size = 0;
  private count = 0;
  /** Of the event popped last. */
  timeUs = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.numbers = new Float64Array(capacity);
    this.whats = new Int32Array(capacity);
  }

  push(time: number, what: number): void {
    const { times, numbers, whats } = this;
    const number = this.count++;
    let place = this.size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = times[parent] ?? 0;
      if (parentTime <= time) break;
      times[place] = parentTime;
      numbers[place] = numbers[parent] ?? 0;
      whats[place] = whats[parent] ?? 0;
      place = parent;
    }
    times[place] = time;
    numbers[place] = number;
    whats[place] = what;
  }

  /** What happens next; −1 when nothing does. */
  pop(): number {
    if (this.size === 0) return -1;
    const { times, numbers, whats } = this;
    this.timeUs = times[0] ?? 0;
    const what = whats[0] ?? 0;
    const last = --this.size;
    const time = times[last] ?? 0;
    const number = numbers[last] ?? 0;
    const moved = whats[last] ?? 0;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isBefore(child + 1, child)) child++;
      const childTime = times[child] ?? 0;
      if (time < childTime || (time === childTime && number < (numbers[child] ?? 0))) break;
      times[place] = childTime;
      numbers[place] = numbers[child] ?? 0;
      whats[place] = whats[child] ?? 0;
      place = child;
    }
    times[place] = time;
    numbers[place] = number;
    whats[place] = moved;
    return what;
  }

  private isBefore(one: number, other: number): boolean {
    const difference = (this.times[one] ?? 0) - (this.times[other] ?? 0);
    return difference === 0 ? (this.numbers[one] ?? 0) < (this.numbers[other] ?? 0) : difference < 0;
  }
}
