import { useContext, useMemo, useState } from 'react';
import type { SeriesTimes, SeriesWindow, TimeFigure } from '#engine/runtime/series/SeriesWindow';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatClock, formatCount, formatDuration } from '#ui/look/format';
import { rowEndUs, rowsOf, rowStartUs } from './durationRows';
import { DurationChoice, useTimeFigure } from './DurationChoice';
import { HeatPlot } from './HeatPlot';
import { MetricsFrame } from './MetricsFrame';
import styles from './metrics.module.css';
import { moveByKey } from './moveMoment';
import type { NumberRows } from './NumberTable';
import { useShownBucket } from './TimeChart';
import { useSeries } from './useSeries';
import { useTimeRange, type TimeRange } from './useTimeRange';
import { PlotSlider } from './PlotSlider';

const none: readonly TimeFigure[] = [];

/** So many columns: few enough that many durations fall into each. */
const buckets = 160;

/** How durations were over time, all of them and not only their quantiles. */
export function HeatView() {
  const t = useText();
  const language = useContext(LanguageContext);
  const { figure, title } = useTimeFigure();
  const range = useTimeRange();
  const of = useMemo(() => (figure === null ? none : [figure]), [figure]);
  const window = useSeries(of, range, buckets, true);
  const times = window?.lines[0]?.times ?? null;
  const isEmpty = times === null || times.counts.every((count) => count === 0);
  return (
    <MetricsFrame
      controls={<DurationChoice />}
      isZoomable
      isEmpty={isEmpty}
      numbers={() =>
        window === null || times === null ? null : heatNumbers(title, window, times, t, language)
      }
    >
      {window === null || times === null || isEmpty ? (
        <p className={styles['none']}>{t(window === null ? 'metrics.asking' : 'metrics.empty.times')}</p>
      ) : (
        <HeatMap title={title} window={window} times={times} range={range} />
      )}
    </MetricsFrame>
  );
}

interface HeatMapProps {
  readonly title: string;
  readonly window: SeriesWindow;
  readonly times: SeriesTimes;
  readonly range: TimeRange;
}

function HeatMap({ title, window: { edgesUs }, times, range }: HeatMapProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const bucket = useShownBucket(edgesUs);
  const [row, setRow] = useState<number | null>(null);
  const rows = useMemo(() => times.bins.map(rowsOf), [times]);
  const said =
    bucket < 0
      ? t('metrics.elsewhere')
      : t('metrics.said', {
          time: formatClock(edgesUs[bucket] ?? 0, language),
          values: bucketText(times, bucket, t, language),
        });
  return (
    <figure className={styles['large']}>
      <figcaption className={styles['caption']}>
        <b>{title}</b>
        <span className={styles['number']}>{said}</span>
        {row !== null && (
          <span className={styles['number']}>
            {t('metrics.cell', {
              from: formatDuration(rowStartUs(row), language),
              to: formatDuration(rowEndUs(row), language),
              n: formatCount(countIn(rows[bucket] ?? [], row), language),
            })}
          </span>
        )}
      </figcaption>
      <PlotSlider
        label={t('metrics.overTime', { what: title })}
        count={edgesUs.length - 1}
        place={bucket}
        text={said}
        onKeyDown={(event) => moveByKey(event, edgesUs)}
      >
        <HeatPlot edgesUs={edgesUs} rows={rows} range={range} onRow={setRow} />
      </PlotSlider>
    </figure>
  );
}

function countIn(rows: readonly number[], wanted: number): number {
  const place = rows.findIndex((row, index) => index % 2 === 0 && row === wanted);
  return place < 0 ? 0 : (rows[place + 1] ?? 0);
}

const quantiles = ['p50Us', 'p95Us', 'p99Us'] as const;

function bucketText(times: SeriesTimes, bucket: number, t: Translate, language: string): string {
  const count = times.counts[bucket] ?? 0;
  const parts = quantiles.map((name) => {
    const us = times[name][bucket];
    return us === null || us === undefined ? '' : `${t(`metrics.${name}`)} ${formatDuration(us, language)}`;
  });
  return [
    t('metrics.times', { n: formatCount(count, language) }),
    ...parts.filter((part) => part !== ''),
  ].join(', ');
}

function heatNumbers(
  title: string,
  { edgesUs }: SeriesWindow,
  times: SeriesTimes,
  t: Translate,
  language: string,
): NumberRows {
  const names = quantiles.map((name) => t(`metrics.${name}`));
  const buckets = times.counts.map((count, bucket) => ({
    edge: edgesUs[bucket] ?? 0,
    count,
    us: quantiles.map((name) => times[name][bucket] ?? null),
  }));
  return {
    title,
    head: [t('metrics.from'), t('metrics.count'), ...names],
    rows: buckets.map(({ edge, count, us }) => [
      formatClock(edge, language),
      formatCount(count, language),
      ...us.map((value) => (value === null ? '–' : formatDuration(value, language))),
    ]),
    plain: {
      head: [`${t('metrics.from')} (s)`, t('metrics.count'), ...names.map((name) => `${name} (s)`)],
      rows: buckets.map(({ edge, count, us }) => [
        edge / 1e6,
        count,
        ...us.map((value) => (value === null ? null : value / 1e6)),
      ]),
    },
  };
}
