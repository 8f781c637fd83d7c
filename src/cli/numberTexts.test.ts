import { expect, test } from 'vitest';
import { duration, grouped, milliseconds, perCent, plain, seconds } from './numberTexts';

test.each([
  [0, '0'],
  [0.8, '0.8'],
  [1 / 3, '0.3333'],
  [12.34567, '12.35'],
  [999.96, '1000'],
  [1234.5, '1,235'],
  [0.00001234567, '1.235e-5'],
  [-2.5, '-2.5'],
  [Infinity, 'Infinity'],
])('%f is written %s', (value, text) => {
  expect(plain(value)).toBe(text);
});

test('units are said by the names of the texts', () => {
  expect([milliseconds(1500), seconds(1_500_000), perCent(0.1234), grouped(1234567)]).toEqual([
    '1.5',
    '1.5',
    '12.3 %',
    '1,234,567',
  ]);
});

test.each([
  [500, '0.5 ms'],
  [999_999, '1000 ms'],
  [1_500_000, '1.5 s'],
  [90_000_000, '1.5 min'],
  [5_400_000_000, '1.5 h'],
  [129_600_000_000, '1.5 d'],
])('%d µs last %s', (us, text) => {
  expect(duration(us)).toBe(text);
});
