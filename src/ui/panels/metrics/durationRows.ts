import { endOfBinUs, startOfBinUs, type Bins } from '#engine/runtime/timeBins';

/** Bins in one row: eight rows a doubling, as much as can be told apart. */
const binsPerRow = 4;
const rowsPerOctave = 8;

/** The row of a bin. Row 0 is what took no time. */
export const rowOfBin = (bin: number): number => (bin === 0 ? 0 : 1 + Math.floor((bin - 1) / binsPerRow));

/** The first bin of a row. */
const binOfRow = (row: number): number => (row === 0 ? 0 : 1 + (row - 1) * binsPerRow);

/** Between which durations a row lies, in microseconds. */
export const rowStartUs = (row: number): number => startOfBinUs(binOfRow(row));
export const rowEndUs = (row: number): number => endOfBinUs(binOfRow(row + 1) - 1);

/** Where on a scale of rows a duration lies, of a microsecond or more. */
export function rowAt(us: number): number {
  const octave = Math.floor(Math.log2(us));
  return 1 + rowsPerOctave * (octave + us / 2 ** octave - 1);
}

/** How many durations lie in each row: row and count in turn, rows rising. */
export function rowsOf(bins: Bins): readonly number[] {
  const rows: number[] = [];
  for (let place = 0; place < bins.length; place += 2) {
    const row = rowOfBin(bins[place] ?? 0);
    const count = bins[place + 1] ?? 0;
    if (rows.at(-2) === row) rows[rows.length - 1] = (rows.at(-1) ?? 0) + count;
    else rows.push(row, count);
  }
  return rows;
}

/** Fewer rows than this look like a bar, not like a scale. */
const fewestRows = 12;

/** From which row to which the rows of some durations reach, with a little room. */
export function rowSpan(all: readonly (readonly number[])[]): readonly [number, number] {
  const seen = all.flatMap((rows) => rows.filter((_, place) => place % 2 === 0));
  if (seen.length === 0) return [0, fewestRows];
  const first = seen.reduce((least, row) => Math.min(least, row));
  const past = seen.reduce((most, row) => Math.max(most, row)) + 1;
  const room = Math.max(0, fewestRows - (past - first)) / 2;
  const from = Math.max(0, first - Math.ceil(room));
  return [from, Math.max(past + Math.floor(room), from + fewestRows)];
}

/** Round durations to write at a scale of rows, between two of them. */
export function durationTicks([from, to]: readonly [number, number], most: number): readonly number[] {
  const all = [1, 2, 5].map((digit) =>
    Array.from({ length: 15 }, (_, power) => digit * 10 ** power).filter((us) => {
      const row = rowAt(us);
      return row >= from && row <= to;
    }),
  );
  const [tens = [], twos = [], fives = []] = all;
  const wide = [...tens, ...twos, ...fives].toSorted((a, b) => a - b);
  const ticks = wide.length <= most ? wide : tens.length <= most ? tens : everyOther(tens, most);
  return from === 0 ? [0, ...ticks] : ticks;
}

const everyOther = (values: readonly number[], most: number) =>
  values.filter((_, index) => index % Math.ceil(values.length / most) === 0);
