import { useContext, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import type { TimeFigures } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { shownTheme } from '#ui/look/applyTheme';
import { formatCount } from '#ui/look/format';
import { durationAxis } from './durationAxis';
import { rowAt, rowSpan } from './durationRows';
import styles from './metrics.module.css';
import { axisOf, ink, steps, usePlot } from './usePlot';

interface Props {
  readonly rows: readonly number[];
  readonly figures: TimeFigures;
  /** The row that is pointed at. */
  readonly pointed: number | null;
  readonly onRow: (row: number | null) => void;
}

/** Room above the highest bar, for the names of the marks. */
const headroom = 1.16;

/** A histogram over a logarithmic scale of durations, with the quantiles marked. */
export function SpreadPlot({ rows, figures, pointed, onRow }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const place = useRef<HTMLDivElement>(null);
  const span = useMemo(() => rowSpan([rows]), [rows]);
  const marks = (['p50Us', 'p95Us', 'p99Us'] as const).map((name) => ({
    text: t(`metrics.${name}`),
    row: figures[name] < 1 ? 0.5 : rowAt(figures[name]),
  }));
  const data = useMemo(() => dataOf(rows, span), [rows, span]);
  usePlot(place, {
    key: language,
    live: { span, marks, pointed, onRow },
    make: (live) => {
      const duration = durationAxis(() => live().span, { language, perTick: 60, size: 20 });
      return {
        scales: {
          x: duration.scale,
          y: { range: (_, _least: number | null, most) => [0, Math.max(1, most * headroom)] },
        },
        axes: [
          duration.axis,
          axisOf({
            size: 58,
            space: 26,
            values: (_, splits) => splits.map((value) => formatCount(value, language)),
          }),
        ],
        series: [
          {},
          { stroke: ink('ink'), width: 1.4, fill: () => `${shownTheme().palette.ink}22`, ...steps },
        ],
        legend: { show: false },
        cursor: {
          x: false,
          y: false,
          points: { show: false },
          drag: { x: false, y: false, setScale: false },
        },
        hooks: {
          draw: [(plot) => drawMarks(plot, live().marks, live().pointed)],
          setCursor: [
            (plot) => {
              const { left = -1 } = plot.cursor;
              live().onRow(left < 0 ? null : Math.floor(plot.posToVal(left, 'x')));
            },
          ],
        },
        padding: [6, 18, 0, 0],
      };
    },
    data,
    scales: JSON.stringify([span, marks, pointed]),
  });
  return <div ref={place} className={styles['canvas']} aria-hidden />;
}

function dataOf(rows: readonly number[], [from, to]: readonly [number, number]): uPlot.AlignedData {
  const counts = new Map<number, number>();
  for (let place = 0; place < rows.length; place += 2) counts.set(rows[place] ?? 0, rows[place + 1] ?? 0);
  const edges = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [edges, edges.map((row) => counts.get(row) ?? 0)];
}

function drawMarks(
  plot: uPlot,
  marks: readonly { readonly text: string; readonly row: number }[],
  pointed: number | null,
): void {
  const { ctx, bbox } = plot;
  const { palette } = shownTheme();
  const scale = devicePixelRatio;
  ctx.save();
  if (pointed !== null) {
    const [left, right] = [plot.valToPos(pointed, 'x', true), plot.valToPos(pointed + 1, 'x', true)];
    ctx.fillStyle = `${palette.ink}22`;
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.font = `${11 * scale}px system-ui, sans-serif`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.setLineDash([3 * scale, 3 * scale]);
  ctx.strokeStyle = palette.ink2;
  ctx.fillStyle = palette.ink;
  let freeFrom = bbox.left;
  let line = 0;
  for (const { text, row } of marks) {
    const x = plot.valToPos(row, 'x', true);
    // Where quantiles lie close, their names stand below each other.
    line = x < freeFrom ? line + 1 : 0;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(text, x + 3 * scale, bbox.top + line * 13 * scale);
    freeFrom = x + ctx.measureText(text).width + 8 * scale;
  }
  ctx.restore();
}
