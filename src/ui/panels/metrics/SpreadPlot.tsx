import { useContext, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import type { TimeFigures } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { shownTheme } from '#ui/look/applyTheme';
import { formatCount } from '#ui/look/format';
import { durationAxis } from './durationAxis';
import { placeOfRow, placeOfUs, rowAtPlace, rowScale, type RowScale } from './durationRows';
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
  const scale = useMemo(() => rowScale([rows]), [rows]);
  const marks = (['p50Us', 'p95Us', 'p99Us'] as const).map((name) => ({
    text: t(`metrics.${name}`),
    at: placeOfUs(figures[name], scale),
  }));
  const data = useMemo(() => dataOf(rows, scale), [rows, scale]);
  usePlot(place, {
    key: language,
    live: { scale, marks, pointed, onRow },
    make: (live) => {
      const duration = durationAxis(() => live().scale, { language, perTick: 60, size: 20 });
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
          draw: [
            (plot) =>
              drawMarks(
                plot,
                live().marks,
                live().pointed === null ? null : placeOfRow(live().pointed ?? 0, live().scale),
              ),
          ],
          setCursor: [
            (plot) => {
              const { left = -1 } = plot.cursor;
              live().onRow(left < 0 ? null : rowAtPlace(plot.posToVal(left, 'x'), live().scale));
            },
          ],
        },
        padding: [6, 18, 0, 0],
      };
    },
    data,
    scales: JSON.stringify([scale, marks, pointed]),
  });
  return <div ref={place} className={styles['canvas']} aria-hidden />;
}

function dataOf(rows: readonly number[], scale: RowScale): uPlot.AlignedData {
  const counts = new Map<number, number>();
  for (let place = 0; place < rows.length; place += 2) {
    counts.set(placeOfRow(rows[place] ?? 0, scale), rows[place + 1] ?? 0);
  }
  const edges = Array.from({ length: scale.to - scale.from + 1 }, (_, index) => scale.from + index);
  return [edges, edges.map((place) => counts.get(place) ?? 0)];
}

function drawMarks(
  plot: uPlot,
  marks: readonly { readonly text: string; readonly at: number }[],
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
  for (const { text, at } of marks) {
    const x = plot.valToPos(at, 'x', true);
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
