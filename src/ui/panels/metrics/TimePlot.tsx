import { useContext, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { LanguageContext } from '#ui/i18n/useText';
import { shownTheme } from '#ui/look/applyTheme';
import { eventToken, type TokenName } from '#ui/look/tokens';
import { useRun } from '#ui/store/runStore';
import type { ChartLine, Unit } from './chartsOf';
import styles from './metrics.module.css';
import { layMoments, timeCursor, timeHooks } from './plotPointer';
import type { TimeChartProps } from './TimeChart';
import { timeAxis } from './timeAxis';
import { unitText } from './unitText';
import { axisOf, ink, steps, usePlot } from './usePlot';
import type { Values } from './valuesOf';

/** Room above the highest value. */
const headroom = 1.08;

/** The lines of a chart: drawn again only for other figures, not for every moment. */
export function TimePlot({ chart, edgesUs, values, range, top }: TimeChartProps) {
  const language = useContext(LanguageContext);
  const eventTypes = useRun((state) => state.doc.eventTypes);
  const place = useRef<HTMLDivElement>(null);
  const colours = eventTypes.map(({ colour }) => colour);
  const data = useMemo(() => dataOf(edgesUs, values), [edgesUs, values]);
  usePlot(place, {
    key: JSON.stringify([chart, language, colours]),
    live: { range, top },
    make: (live) => {
      const time = timeAxis(() => live().range, language);
      const highestOf = (most: number | null) => live().top ?? most ?? 0;
      return {
        scales: {
          x: time.scale,
          y: { range: (_, _least: number | null, most) => [0, roofOver(highestOf(most), chart.unit)] },
        },
        axes: [
          time.axis,
          axisOf({
            size: 58,
            space: 24,
            values: (_, splits) => splits.map((value) => unitText(value, chart.unit, language)),
          }),
        ],
        series: [
          {},
          ...chart.lines.map((line) =>
            seriesOf(line, chart.lines.length === 1, (type) => colours[type] ?? 1),
          ),
        ],
        legend: { show: false },
        cursor: timeCursor,
        hooks: timeHooks,
        padding: [6, 18, 0, 0],
      };
    },
    data,
    scales: JSON.stringify([range.fromUs, range.toUs, top]),
    onPlot: layMoments,
  });
  return <div ref={place} className={styles['canvas']} aria-hidden />;
}

/** Where the scale ends over a highest value: at a second, or at 1, where there is none. */
const roofOver = (highest: number, unit: Unit) =>
  highest > 0 ? highest * headroom : unit === 'time' ? 1e6 : 1;

/** A value holds from one edge to the next. */
function dataOf(edgesUs: readonly number[], values: readonly Values[]): uPlot.AlignedData {
  return [[...edgesUs], ...values.map((own) => [...own, own.at(-1) ?? null])];
}

const weights = { main: 1.8, low: 1.4, high: 1.2 };
const inks: Readonly<Record<keyof typeof weights, TokenName>> = { main: 'ink', low: 'ink3', high: 'ink2' };

function seriesOf({ stroke }: ChartLine, isAlone: boolean, colourOf: (type: number) => number): uPlot.Series {
  const isType = typeof stroke === 'object';
  return {
    stroke: ink(isType ? eventToken(colourOf(stroke.type)) : inks[stroke]),
    width: isType ? 1.8 : weights[stroke],
    ...steps,
    ...(isAlone && { fill: () => `${shownTheme().palette.ink}16` }),
    ...(stroke === 'high' && { dash: [4, 3] }),
  };
}
