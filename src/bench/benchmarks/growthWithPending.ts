import type { Benchmark } from '../Benchmark';
import { holdEventList } from '../holdModel';
import { compare } from '../measure';

const sizes = [1e2, 1e3, 1e4, 1e5, 1e6];
/** Operations, at least; three for each that is pending, so that putting them there does not count for most. */
const fewest = 200_000;

export const growthWithPending: Benchmark = {
  id: 'pending',
  title: 'Growth with pending events, hold model',
  run: () =>
    sizes.map((size) => {
      const { perSecond, ratio } = compare(
        () => holdEventList(size, Math.max(fewest, 3 * size)),
        () => holdEventList(100, fewest),
        3,
        1,
      );
      return { what: `${size} pending`, value: perSecond / 1e6, unit: 'M/s', ratio, against: '100 pending' };
    }),
};
