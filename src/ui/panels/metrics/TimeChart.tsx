import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { Translate } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { useMetrics } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { useFlowWords, type FlowWords } from '#ui/store/useFlowWords';
import type { Chart, ChartLine, Stroke } from './chartsOf';
import styles from './metrics.module.css';
import { moveByKey } from './moveMoment';
import { TimePlot } from './TimePlot';
import { unitText } from './unitText';
import type { TimeRange } from './useTimeRange';
import { bucketAt, isBlank, type Values } from './valuesOf';
import { PlotSlider } from './PlotSlider';

export interface TimeChartProps {
  readonly chart: Chart;
  readonly edgesUs: readonly number[];
  /** By line. */
  readonly values: readonly Values[];
  readonly range: TimeRange;
  /** The top of the scale, where several charts share one; null for its own. */
  readonly top: number | null;
}

/** One figure over virtual time, with its values at the moment that is pointed at, or else at the playhead. */
export function TimeChart({ chart, edgesUs, values, range, top }: TimeChartProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const bucket = useShownBucket(edgesUs);
  const title = titleOf(chart, t, words);
  const said = chart.lines.map((line, index) => {
    const value = values[index]?.[bucket];
    return {
      line,
      text: value === null || value === undefined ? '–' : unitText(value, chart.unit, language),
    };
  });
  const time = formatClock(edgesUs[bucket] ?? 0, language);
  const spoken = said
    .map(({ line, text }) => (line.label === null ? text : `${lineText(line, t, words)} ${text}`))
    .join(', ');
  const isEmpty = isBlank(values);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <b>{title}</b>
        <span className={styles['values']}>
          {said.map(({ line, text }, index) => (
            <span
              key={`${chart.id} ${String(index)}`}
              className={styles['value']}
              title={lineText(line, t, words)}
            >
              <LineSign stroke={line.stroke} isAlone={chart.lines.length === 1} />
              {typeof line.stroke !== 'object' && line.label !== null && `${lineText(line, t, words)} `}
              <span className={styles['number']}>{text}</span>
            </span>
          ))}
        </span>
      </figcaption>
      <PlotSlider
        label={t('metrics.overTime', { what: title })}
        count={edgesUs.length - 1}
        place={bucket}
        text={bucket < 0 ? t('metrics.elsewhere') : t('metrics.said', { time, values: spoken })}
        onKeyDown={(event) => moveByKey(event, edgesUs)}
      >
        <TimePlot chart={chart} edgesUs={edgesUs} values={values} range={range} top={top} />
        {isEmpty && <p className={styles['blank']}>{t(chart.empty)}</p>}
      </PlotSlider>
    </figure>
  );
}

/** The bucket that is pointed at, or else that of the playhead; it changes only when another one is reached. */
export function useShownBucket(edgesUs: readonly number[]): number {
  const pointed = useMetrics(({ atUs }) => (atUs === null ? null : bucketAt(edgesUs, atUs)));
  const head = useRun(({ playhead }) => bucketAt(edgesUs, playhead.timeUs));
  return pointed ?? head;
}

/** What a chart is called. */
export function titleOf({ title }: Chart, t: Translate, words: FlowWords): string {
  return 'key' in title ? t(title.key) : words.node(title.node);
}

/** What a line is called. */
export function lineText({ label }: ChartLine, t: Translate, words: FlowWords): string {
  if (label === null) return '';
  return 'key' in label ? t(label.key) : (words.type(label.type)?.name ?? '');
}

function LineSign({ stroke, isAlone }: { readonly stroke: Stroke; readonly isAlone: boolean }) {
  const eventTypes = useRun((state) => state.doc.eventTypes);
  if (typeof stroke === 'object') return <TokenShape sign={signOf(eventTypes, stroke.type)} size={13} />;
  return isAlone ? null : <i className={styles['sign']} data-stroke={stroke} />;
}
