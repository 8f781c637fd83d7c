import { expect, test } from 'vitest';
import { formatClock, formatCount, formatDuration, formatNumber, formatPercent, formatRate } from './format';
import { arrivalText, serviceText, type LawWords } from './lawText';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 ms'],
  [400, '0.4 ms'],
  [1500, '1.5 ms'],
  [55_000, '55 ms'],
  [999_400, '999 ms'],
  [999_600, '1.0 s'],
  [1_640_000, '1.64 s'],
  [12_840_000, '12.8 s'],
  [59_960_000, '1 min'],
  [125_000_000, '2 min 5 s'],
  [3_599_800_000, '1 h'],
  [12_000_000_000, '3 h 20 min'],
  [86_400_000_000 * 1200, '1,200 d'],
  [Infinity, '∞'],
  [-120_000, '−120 ms'],
])('%d microseconds read as %s', (us, text) => {
  expect(plain(formatDuration(us, 'en'))).toBe(text);
});

test.each([
  [0, '0 /s'],
  [4, '4.0 /s'],
  [18.23, '18.2 /s'],
  [1234, '1,234 /s'],
  [0.05, '3.0 /min'],
  [1 / 3600, '1.0 /h'],
  [1e-9, '0.00 /d'],
])('%d per second reads as %s', (rate, text) => {
  expect(plain(formatRate(rate, 'en'))).toBe(text);
});

test('numbers follow the language, units do not', () => {
  expect(plain(formatDuration(1_640_000, 'de'))).toBe('1,64 s');
  expect(formatCount(8577, 'zh-Hans')).toBe('8,577');
  expect(formatCount(Infinity, 'en')).toBe('∞');
  expect(formatNumber(0.333_33, 'en')).toBe('0.33');
  expect(plain(formatPercent(0.08, 'en'))).toBe('8 %');
  expect(plain(formatPercent(0.025, 'en'))).toBe('2.5 %');
  expect(plain(formatPercent(0.456, 'en'))).toBe('46 %');
  expect(formatPercent(0.456, 'zh-Hans')).toBe('46%');
  expect(plain(formatClock(12_840_000, 'en'))).toBe('12.840 s');
  expect(plain(formatClock(322_999, 'en'))).toBe('0.322 s');
});

const words: LawWords = (key, values = {}) => [key, ...Object.values(values)].join(' ');

test('a service law is said in as few signs as say it all', () => {
  const say = (law: Parameters<typeof serviceText>[0]) => plain(serviceText(law, words, 'en'));
  expect(say({ law: 'constant', mean: 200 })).toBe('200 ms');
  expect(say({ law: 'constant', mean: 0 })).toBe('canvas.lawInstant');
  expect(say({ law: 'normal', mean: 55, deviation: 15 })).toBe('55 ms ± 15');
  expect(say({ law: 'normal', mean: 1500, deviation: 15 })).toBe('1.5 s ± 15 ms');
  expect(say({ law: 'uniform', min: 100, max: 300 })).toBe('100–300 ms');
  expect(say({ law: 'uniform', min: 100, max: 3000 })).toBe('100 ms – 3.0 s');
  expect(say({ law: 'gamma', mean: 55, shape: 2 })).toBe('canvas.lawGamma 55 ms 2');
});

test('a Poisson process is said by its rate, every other arrival by its interval', () => {
  const say = (law: Parameters<typeof arrivalText>[0]) => plain(arrivalText(law, words, 'en'));
  expect(say({ law: 'exponential', mean: 250 })).toBe('canvas.everyPoisson 4.0 /s');
  expect(say({ law: 'constant', mean: 200 })).toBe('canvas.every 200 ms');
});
