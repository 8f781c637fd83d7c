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

/** A scale of rows: from which place to which it goes, and where on it stands what took no time. */
export interface RowScale {
  readonly from: number;
  readonly to: number;
  /** Null where nothing did. Between nothing and the shortest there is no way on a logarithmic scale, but a gap. */
  readonly zeroAt: number | null;
}

/** Fewer rows than this look like a bar, not like a scale. */
const fewestRows = 12;

/** A scale with room for all rows of some durations. */
export function rowScale(all: readonly (readonly number[])[]): RowScale {
  const seen = all.flatMap((rows) => rows.filter((_, place) => place % 2 === 0));
  const hasZero = seen.includes(0);
  const timed = seen.filter((row) => row > 0);
  if (timed.length === 0) return { from: 0, to: fewestRows, zeroAt: hasZero ? 0 : null };
  const first = timed.reduce((least, row) => Math.min(least, row));
  const past = timed.reduce((most, row) => Math.max(most, row)) + 1;
  const room = Math.max(0, fewestRows - (past - first)) / 2;
  const from = Math.max(1, first - Math.ceil(room));
  const to = Math.max(past + Math.floor(room), from + fewestRows);
  return hasZero ? { from: from - 2, to, zeroAt: from - 2 } : { from, to, zeroAt: null };
}

/** Where on a scale a row begins. */
export const placeOfRow = (row: number, { zeroAt }: RowScale): number => (row === 0 ? (zeroAt ?? 0) : row);

/** The row at a place of a scale; null in the gap between no time and the shortest. */
export function rowAtPlace(place: number, { zeroAt }: RowScale): number | null {
  const row = Math.floor(place);
  if (zeroAt === null) return row;
  if (row === zeroAt) return 0;
  return row === zeroAt + 1 ? null : row;
}

/** Where on a scale a duration lies. */
export const placeOfUs = (us: number, { zeroAt }: RowScale): number =>
  us < 1 ? (zeroAt ?? 0) + 0.5 : rowAt(us);

/** Round durations to write at a scale. */
export function durationTicks({ from, to, zeroAt }: RowScale, most: number): readonly number[] {
  const lowest = zeroAt === null ? from : zeroAt + 2;
  const [tens = [], twos = [], fives = []] = [1, 2, 5].map((digit) =>
    Array.from({ length: 15 }, (_, power) => digit * 10 ** power).filter((us) => {
      const row = rowAt(us);
      return row >= lowest && row <= to;
    }),
  );
  const wide = [...tens, ...twos, ...fives].toSorted((a, b) => a - b);
  const ticks = wide.length <= most ? wide : tens.length <= most ? tens : everyOther(tens, most);
  return zeroAt === null ? ticks : [0, ...ticks];
}

const everyOther = (values: readonly number[], most: number) =>
  values.filter((_, index) => index % Math.ceil(values.length / most) === 0);
