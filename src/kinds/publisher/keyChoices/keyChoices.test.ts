import { expect, test } from 'vitest';
import { SeededChooser } from '#engine/kernel/Chooser';
import { createStreams } from '#engine/kernel/RandomStreams';
import type { Context } from '#engine/model/NodeKind';
import { publisherFields, type PublisherSettings } from '../publisherFields';
import { keyChoices } from './index';

/** Numbers of keys as a publisher of these settings draws them. */
function draw(settings: Partial<PublisherSettings>, count: number, seed = 1): number[] {
  const all = { keys: 20, zipfExponent: 1, hotShare: 0.5, ...settings } as PublisherSettings; // All that choices read.
  const drawKey = keyChoices.find(({ id }) => id === settings.keyChoice)?.plan(all);
  const chooser = new SeededChooser(createStreams(seed, ['keys']), 0);
  const context = {
    pick: (n: number) => chooser.pick(n),
    chance: (probability: number) => chooser.chance(probability),
    random: () => chooser.next(),
  } as unknown as Context; // All of it that choices use.
  return Array.from({ length: count }, (_, index) => drawKey?.(index + 1, context) ?? 0);
}

function countsOf(keys: readonly number[], upTo: number): number[] {
  const counts = Array.from({ length: upTo }, () => 0);
  for (const key of keys) if (key <= upTo) counts[key - 1] = (counts[key - 1] ?? 0) + 1;
  return counts;
}

test('the options of the setting are the choices of the list, in its order', () => {
  const field = publisherFields.find(({ id }) => id === 'keyChoice');
  expect(field).toMatchObject({ options: keyChoices.map(({ id }) => id) });
});

test.each(keyChoices.map(({ id }) => id))(
  '%s gives whole numbers from 1, the same in equal runs',
  (keyChoice) => {
    for (const keys of [1, 2, 7, 1_000_000]) {
      const drawn = draw({ keyChoice, keys }, 500);
      expect(drawn).toEqual(draw({ keyChoice, keys }, 500));
      const most = keyChoice === 'sequence' ? 500 : keys;
      expect(drawn.every((key) => Number.isInteger(key) && key >= 1 && key <= most)).toBe(true);
    }
  },
);

test.each([0, 0.5, 0.99, 1, 1.0005, 1.2, 2, 3.5, 10])(
  'Zipf’s law with exponent %d has the shares that the formula says',
  (zipfExponent) => {
    const keys = 50;
    const size = 200_000;
    const counts = countsOf(draw({ keyChoice: 'zipf', keys, zipfExponent }, size), keys);
    const weights = counts.map((_, index) => (index + 1) ** -zipfExponent);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    // Pearson's test over the keys that are expected at least five times; the limit is five deviations above the mean.
    let chiSquared = 0;
    let cells = 0;
    for (const [index, weight] of weights.entries()) {
      const expected = (size * weight) / total;
      if (expected < 5) continue;
      chiSquared += ((counts[index] ?? 0) - expected) ** 2 / expected;
      cells += 1;
    }
    expect(chiSquared).toBeLessThan(cells + 5 * Math.sqrt(2 * cells) + 5);
  },
);

test('Zipf’s law over a million keys gives the first ones their shares', () => {
  const size = 100_000;
  const counts = countsOf(draw({ keyChoice: 'zipf', keys: 1_000_000, zipfExponent: 1 }, size), 3);
  // The millionth harmonic number.
  const harmonic = 14.392726722865;
  for (const [index, count] of counts.entries()) {
    const share = 1 / (index + 1) / harmonic;
    expect(Math.abs(count / size - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / size));
  }
});

test('a hot key gets its share, and the others the rest evenly', () => {
  const counts = countsOf(draw({ keyChoice: 'hot', keys: 4, hotShare: 0.7 }, 30_000), 4);
  expect(Math.abs((counts[0] ?? 0) / 30_000 - 0.7)).toBeLessThan(0.011);
  for (const count of counts.slice(1)) expect(Math.abs(count / 30_000 - 0.1)).toBeLessThan(0.007);
});

test('a sequence gives each key once', () => {
  expect(draw({ keyChoice: 'sequence', keys: 2 }, 5)).toEqual([1, 2, 3, 4, 5]);
});
