/** A pending event as an object with what to do: how a simulation is usually written in JavaScript. */
export interface ObjectEvent {
  readonly time: number;
  readonly act: () => void;
}

/** A binary heap of objects, which keeps no order among equals: the usual priority queue. */
export class ObjectHeap {
  private readonly events: ObjectEvent[] = [];

  get size(): number {
    return this.events.length;
  }

  push(event: ObjectEvent): void {
    const { events } = this;
    let place = events.length;
    events.push(event);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = events[parent];
      if (above === undefined || above.time <= event.time) break;
      events[place] = above;
      place = parent;
    }
    events[place] = event;
  }

  pop(): ObjectEvent | undefined {
    const { events } = this;
    const first = events[0];
    const last = events.pop();
    if (last === undefined || events.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      let below = events[child];
      if (below === undefined) break;
      const right = events[child + 1];
      if (right !== undefined && right.time < below.time) {
        child += 1;
        below = right;
      }
      if (last.time <= below.time) break;
      events[place] = below;
      place = child;
    }
    events[place] = last;
    return first;
  }
}
