import type { SeriesFigure, SeriesLine, SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import type { Chart, ChartLine } from './chartsOf';

/** A value for each bucket; null where there was nothing to measure. */
export type Values = readonly (number | null)[];

/** What has to be asked for to draw some charts. */
export const figuresOf = (charts: readonly Chart[]): readonly SeriesFigure[] =>
  charts.flatMap(({ lines }) => lines.flatMap(({ of }) => of));

/** The values of every line of some charts, from the answer to `figuresOf`. */
export function valuesOf(
  charts: readonly Chart[],
  { edgesUs, lines }: SeriesWindow,
): readonly (readonly Values[])[] {
  const widthsUs = edgesUs.slice(1).map((edge, index) => edge - (edgesUs[index] ?? 0));
  let place = 0;
  return charts.map((chart) =>
    chart.lines.map((line) => {
      const own = lines.slice(place, place + line.of.length);
      place += line.of.length;
      return lineValues(line, own, widthsUs);
    }),
  );
}

function lineValues({ value }: ChartLine, own: readonly SeriesLine[], widthsUs: readonly number[]): Values {
  switch (value.take) {
    case 'perSecond':
      return widthsUs.map((us, bucket) =>
        us > 0
          ? sumIn(
              bucket,
              own.map(({ sums, times }) => times?.counts ?? sums),
            ) /
            (us / 1e6)
          : null,
      );
    case 'level':
      return widthsUs.map((us, bucket) =>
        us > 0
          ? sumIn(
              bucket,
              own.map(({ sums }) => sums),
            ) /
            us /
            value.of
          : null,
      );
    case 'p50Us':
    case 'p95Us':
    case 'p99Us':
      return own[0]?.times?.[value.take] ?? [];
  }
}

const sumIn = (bucket: number, all: readonly (readonly number[])[]) =>
  all.reduce((sum, one) => sum + (one[bucket] ?? 0), 0);

/** Whether nothing of a chart ever happened: no duration, or nothing but zeros. */
export const isBlank = (lines: readonly Values[]): boolean =>
  lines.every((values) => values.every((value) => value === null || value === 0));

/** The bucket in which a moment lies; −1 outside of all. */
export function bucketAt(edgesUs: readonly number[], timeUs: number): number {
  const past = edgesUs.findIndex((edge) => edge > timeUs);
  if (past > 0) return past - 1;
  return past < 0 && edgesUs.length > 1 && edgesUs.at(-1) === timeUs ? edgesUs.length - 2 : -1;
}
