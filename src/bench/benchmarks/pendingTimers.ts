import type { Benchmark } from '../Benchmark';
import { holdEventList, holdObjectHeap, holdTypedHeap } from '../holdModel';
import { compare } from '../measure';

const pending = 100_000;
/** Ten for each that is pending, so that putting them there counts for little. */
const times = 10 * pending;

export const pendingTimers: Benchmark = {
  id: 'timers',
  title: 'A hundred thousand pending timers, hold model',
  run() {
    const ours = () => holdEventList(pending, times);
    const typed = compare(ours, () => holdTypedHeap(pending, times), 5);
    const objects = compare(ours, () => holdObjectHeap(pending, times), 5);
    const what = 'take the first, put it back later';
    return [
      {
        what,
        value: typed.perSecond / 1e6,
        unit: 'M/s',
        ratio: typed.ratio,
        against: 'a bare heap in typed arrays',
      },
      {
        what,
        value: objects.perSecond / 1e6,
        unit: 'M/s',
        ratio: objects.ratio,
        against: 'a heap of objects',
      },
    ];
  },
};
