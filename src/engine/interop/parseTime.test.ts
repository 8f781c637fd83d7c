import { expect, test } from 'vitest';
import { parseTime } from './parseTime';

test.each([
  ['1970-01-01', 0],
  ['1970-01-01T00:00:00Z', 0],
  ['1970-01-02 00:00', 86_400_000_000],
  ['2010-12-30 14:32:00+01:00', 1_293_715_920_000_000],
  ['2011-10-11 13:45:40.276000+02:00', 1_318_333_540_276_000],
  ['2024-02-29T12:00:00.123456789-0530', 1_709_227_800_123_456],
  ['2024/2/9 7:05', 1_707_462_300_000_000],
  ['1969-12-31T23:59:59.5Z', -500_000],
  ['2016-12-31T23:59:60z', 1_483_228_800_000_000],
  [' 2000-01-01T24:00:00+01 ', 946_767_600_000_000],
])('%s is %d microseconds', (text, us) => {
  expect(parseTime(text)).toBe(us);
});

test.each([
  '',
  'yesterday',
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-01-01T25:00',
  '2023-01-01T10:60',
  '12:30',
  '1,5',
  '2023-01-01T10:00+99:00',
  '2023-01-01junk',
])('%j is no time', (text) => {
  expect(parseTime(text)).toBeNull();
});

test('the days of 800 years follow one another, and there are as many as the calendar has', () => {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const days = Array.from({ length: 800 * 12 * 33 }, (_, index) => {
    const [year, month, day] = [1600 + Math.floor(index / 396), Math.floor(index / 33) % 12, index % 33];
    return parseTime(`${year}-${twoDigits(month + 1)}-${twoDigits(day)}`);
  }).filter((us) => us !== null);
  expect(days).toHaveLength(800 * 365 + 200 - 6);
  expect(days.every((us, index) => index === 0 || us - (days[index - 1] ?? 0) === 86_400e6)).toBe(true);
});
