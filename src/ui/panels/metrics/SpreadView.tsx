import { useContext, useMemo, useState, type KeyboardEvent } from 'react';
import type { TimeFigures } from '#engine/runtime/Trace';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatCount, formatDuration, formatPercent } from '#ui/look/format';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useRunProgress } from '#ui/store/useRunProgress';
import { DurationChoice, useTimeFigure } from './DurationChoice';
import { rowEndUs, rowsOf, rowStartUs } from './durationRows';
import { EndChoice, useEnd } from './EndChoice';
import { MetricsFrame } from './MetricsFrame';
import styles from './metrics.module.css';
import type { NumberRows } from './NumberTable';
import { SpreadPlot } from './SpreadPlot';
import { useSteady } from './useSteady';
import { PlotSlider } from './PlotSlider';

/** How durations spread: how many were how long. */
export function SpreadView() {
  const t = useText();
  const language = useContext(LanguageContext);
  const { figure, title } = useTimeFigure();
  const end = useEnd();
  const version = useRunProgress();
  const answer = useRunAnswer('spread', figure === null ? null : [figure, end], version);
  const value = useSteady(JSON.stringify(figure), answer);
  const figures = figure === null ? null : (value?.figures ?? null);
  const bins = value?.bins;
  const rows = useMemo(() => rowsOf(bins ?? []), [bins]);
  return (
    <MetricsFrame
      controls={
        <>
          <DurationChoice />
          <EndChoice />
        </>
      }
      isZoomable={false}
      isEmpty={figures === null}
      numbers={() => spreadNumbers(title, rows, t, language)}
    >
      {figures === null ? (
        <p className={styles['none']}>
          {t(value === null && figure !== null ? 'metrics.asking' : 'metrics.empty.times')}
        </p>
      ) : (
        <Histogram title={title} figures={figures} rows={rows} />
      )}
    </MetricsFrame>
  );
}

interface HistogramProps {
  readonly title: string;
  readonly figures: TimeFigures;
  readonly rows: readonly number[];
}

function Histogram({ title, figures, rows }: HistogramProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const [pointed, setPointed] = useState<number | null>(null);
  const filled = rows.filter((_, place) => place % 2 === 0);
  const row = pointed ?? filled[0] ?? 0;
  const said = rowText(rows, row, t, language);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Math.max(
      0,
      filled.findLastIndex((one) => one <= row),
    );
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: filled.length - 1,
    };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setPointed(filled[Math.min(filled.length - 1, Math.max(0, target))] ?? null);
  }

  return (
    <figure className={styles['large']}>
      <figcaption className={styles['caption']}>
        <b>{title}</b>
        <span className={styles['number']}>
          {pointed === null ? figuresText(figures, t, language) : said}
        </span>
      </figcaption>
      <PlotSlider
        label={t('metrics.spreadOf', { what: title })}
        count={filled.length}
        place={filled.indexOf(row)}
        text={pointed === null ? figuresText(figures, t, language) : said}
        onKeyDown={onKeyDown}
      >
        <SpreadPlot rows={rows} figures={figures} pointed={pointed} onRow={setPointed} />
      </PlotSlider>
    </figure>
  );
}

/** Counts of a row, and the share of all durations up to its end. */
function partsOf(rows: readonly number[], row: number) {
  let [count, below, all] = [0, 0, 0];
  for (let place = 0; place < rows.length; place += 2) {
    const own = rows[place + 1] ?? 0;
    all += own;
    if ((rows[place] ?? 0) <= row) below += own;
    if (rows[place] === row) count = own;
  }
  return { count, share: all === 0 ? 0 : below / all };
}

function rowText(rows: readonly number[], row: number, t: Translate, language: string): string {
  const { count, share } = partsOf(rows, row);
  return t('metrics.row', {
    from: formatDuration(rowStartUs(row), language),
    to: formatDuration(rowEndUs(row), language),
    n: formatCount(count, language),
    share: formatPercent(share, language),
  });
}

function figuresText(figures: TimeFigures, t: Translate, language: string): string {
  const names = ['meanUs', 'p50Us', 'p95Us', 'p99Us', 'longestUs'] as const;
  return [
    t('metrics.times', { n: formatCount(figures.count, language) }),
    ...names.map((name) => `${t(`metrics.${name}`)} ${formatDuration(figures[name], language)}`),
  ].join(', ');
}

function spreadNumbers(title: string, rows: readonly number[], t: Translate, language: string): NumberRows {
  const [from, to, count, share] = [
    t('metrics.from'),
    t('metrics.to'),
    t('metrics.count'),
    t('metrics.shareSoFar'),
  ];
  const all = rows.flatMap((row, place) => (place % 2 === 0 ? [{ row, ...partsOf(rows, row) }] : []));
  return {
    title,
    head: [from, to, count, share],
    rows: all.map((one) => [
      formatDuration(rowStartUs(one.row), language),
      formatDuration(rowEndUs(one.row), language),
      formatCount(one.count, language),
      formatPercent(one.share, language),
    ]),
    plain: {
      head: [`${from} (s)`, `${to} (s)`, count, share],
      rows: all.map((one) => [rowStartUs(one.row) / 1e6, rowEndUs(one.row) / 1e6, one.count, one.share]),
    },
  };
}
