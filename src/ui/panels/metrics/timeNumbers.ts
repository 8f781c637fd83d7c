import type { SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import type { Translate } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import type { FlowWords } from '#ui/store/useFlowWords';
import type { Chart, Unit } from './chartsOf';
import type { NumberRows } from './NumberTable';
import { lineText, titleOf } from './TimeChart';
import { unitText } from './unitText';
import { valuesOf } from './valuesOf';

interface Words {
  readonly t: Translate;
  readonly flow: FlowWords;
  readonly language: string;
}

/** Charts over time as rows of numbers, a row for each bucket. */
export function timeNumbers(
  title: string,
  charts: readonly Chart[],
  window: SeriesWindow,
  { t, flow, language }: Words,
): NumberRows {
  const values = valuesOf(charts, window);
  const columns = charts.flatMap((chart, index) =>
    chart.lines.map((line, place) => ({
      name: [titleOf(chart, t, flow), lineText(line, t, flow)].filter((part) => part !== '').join(', '),
      unit: chart.unit,
      values: values[index]?.[place] ?? [],
    })),
  );
  const buckets = window.edgesUs.slice(0, -1);
  const from = t('metrics.from');
  return {
    title,
    head: [from, ...columns.map(({ name }) => name)],
    rows: buckets.map((edge, bucket) => [
      formatClock(edge, language),
      ...columns.map(({ unit, values: own }) => {
        const value = own[bucket];
        return value === null || value === undefined ? '–' : unitText(value, unit, language);
      }),
    ]),
    plain: {
      head: [`${from} (s)`, ...columns.map(({ name, unit }) => `${name}${plainUnits[unit].text}`)],
      rows: buckets.map((edge, bucket) => [
        edge / 1e6,
        ...columns.map(({ unit, values: own }) => {
          const value = own[bucket];
          return value === null || value === undefined ? null : value * plainUnits[unit].factor;
        }),
      ]),
    },
  };
}

const plainUnits: Readonly<Record<Unit, { readonly text: string; readonly factor: number }>> = {
  rate: { text: ' (1/s)', factor: 1 },
  share: { text: '', factor: 1 },
  count: { text: '', factor: 1 },
  time: { text: ' (s)', factor: 1e-6 },
};
