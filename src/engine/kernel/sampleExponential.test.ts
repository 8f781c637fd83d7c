import { expect, test } from 'vitest';
import { SeededChooser } from './Chooser';
import { createStreams } from './RandomStreams';
import { sampleExponential } from './sampleExponential';

const size = 200_000;

test('follows the exponential law over its whole range (Kolmogorov and Smirnov)', () => {
  for (const seed of [1, 2, 3]) {
    const chooser = new SeededChooser(createStreams(seed, ['x']), 0);
    const samples = Array.from({ length: size }, () => sampleExponential(chooser)).toSorted((a, b) => a - b);
    const distance = samples.reduce(
      (most, x, index) => Math.max(most, Math.abs(1 - Math.exp(-x) - (index + 0.5) / size)),
      0,
    );
    // A thousandth of all sound generators would be further away.
    expect(distance * Math.sqrt(size)).toBeLessThan(1.95);
  }
});

test('reaches the tail beyond the layers as often as it should', () => {
  const chooser = new SeededChooser(createStreams(4, ['x']), 0);
  const tail = 7.69711747013105;
  let beyond = 0;
  for (let n = 0; n < 2_000_000; n++) if (sampleExponential(chooser) > tail) beyond++;
  const expected = 2_000_000 * Math.exp(-tail);
  expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
});

test('asks for two words and nothing else in nearly all draws', () => {
  const chooser = new SeededChooser(createStreams(5, ['x']), 0);
  let words = 0;
  let others = 0;
  const counting = {
    nextWords: () => {
      words += 2;
      return chooser.nextWords();
    },
    get secondWord() {
      return chooser.secondWord;
    },
    next: () => {
      others++;
      return chooser.next();
    },
  };
  for (let n = 0; n < 100_000; n++) sampleExponential(counting);
  expect(words / 200_000).toBeLessThan(1.03);
  expect(others / 100_000).toBeLessThan(0.03);
});
