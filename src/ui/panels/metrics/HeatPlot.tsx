import { useContext, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { LanguageContext } from '#ui/i18n/useText';
import { shownTheme } from '#ui/look/applyTheme';
import { durationAxis } from './durationAxis';
import { placeOfRow, rowAtPlace, rowScale, type RowScale } from './durationRows';
import styles from './metrics.module.css';
import { layMoments, timeCursor, timeHooks } from './plotPointer';
import { timeAxis } from './timeAxis';
import { usePlot } from './usePlot';
import type { TimeRange } from './useTimeRange';

interface Props {
  readonly edgesUs: readonly number[];
  /** By bucket: row and count in turn. */
  readonly rows: readonly (readonly number[])[];
  readonly range: TimeRange;
  /** Hears over which row a pointer is; null when it has left. */
  readonly onRow: (row: number | null) => void;
}

/** How many durations there were, by time and length: the more, the darker. */
export function HeatPlot({ edgesUs, rows, range, onRow }: Props) {
  const language = useContext(LanguageContext);
  const place = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => rowScale(rows), [rows]);
  const data = useMemo((): uPlot.AlignedData => [[...edgesUs], edgesUs.map(() => null)], [edgesUs]);
  usePlot(place, {
    key: language,
    live: { edgesUs, rows, range, scale, onRow },
    make: (live) => {
      const time = timeAxis(() => live().range, language);
      const duration = durationAxis(() => live().scale, { language, perTick: 26, side: 3, size: 58 });
      return {
        scales: { x: time.scale, y: duration.scale },
        axes: [time.axis, duration.axis],
        series: [{}, {}],
        legend: { show: false },
        cursor: timeCursor,
        hooks: {
          ...timeHooks,
          draw: [(plot) => drawCells(plot, live())],
          setCursor: [
            ...(timeHooks.setCursor ?? []),
            (plot) => {
              const { left = -1, top = 0 } = plot.cursor;
              live().onRow(left < 0 ? null : rowAtPlace(plot.posToVal(top, 'y'), live().scale));
            },
          ],
        },
        padding: [6, 18, 0, 0],
      };
    },
    data,
    scales: JSON.stringify([range.fromUs, range.toUs, scale]),
    onPlot: layMoments,
  });
  return <div ref={place} className={styles['canvas']} aria-hidden />;
}

/** Few are still seen, and many are told apart: the square root of how dense they are. */
const palest = 0.1;

interface Cells extends Pick<Props, 'edgesUs' | 'rows'> {
  readonly scale: RowScale;
}

function drawCells(plot: uPlot, { edgesUs, rows, scale }: Cells): void {
  const { ctx, bbox } = plot;
  const densities = rows.map((own, bucket) => {
    const width = (edgesUs[bucket + 1] ?? 0) - (edgesUs[bucket] ?? 0);
    return own.map((value, place) => (place % 2 === 1 && width > 0 ? value / width : 0));
  });
  const highest = densities.reduce((most, own) => own.reduce((one, other) => Math.max(one, other), most), 0);
  if (highest === 0) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = shownTheme().palette.ink;
  rows.forEach((own, bucket) => {
    const left = Math.floor(plot.valToPos(edgesUs[bucket] ?? 0, 'x', true));
    const right = Math.max(left + 1, Math.floor(plot.valToPos(edgesUs[bucket + 1] ?? 0, 'x', true)));
    for (let place = 0; place < own.length; place += 2) {
      const at = placeOfRow(own[place] ?? 0, scale);
      const bottom = Math.round(plot.valToPos(at, 'y', true));
      const top = Math.round(plot.valToPos(at + 1, 'y', true));
      const density = densities[bucket]?.[place + 1] ?? 0;
      ctx.globalAlpha = palest + (1 - palest) * Math.sqrt(density / highest);
      ctx.fillRect(left, top, right - left, Math.max(1, bottom - top));
    }
  });
  ctx.restore();
}
