import type uPlot from 'uplot';
import { formatDuration } from '#ui/look/format';
import { durationTicks, placeOfUs, type RowScale } from './durationRows';
import { axisOf } from './usePlot';

/** Durations on a logarithmic scale: where a tick stands is its row. */
export function durationAxis(
  rows: () => RowScale,
  { language, perTick, ...own }: uPlot.Axis & { readonly language: string; readonly perTick: number },
): { readonly scale: uPlot.Scale; readonly axis: uPlot.Axis } {
  const ticks = ({ bbox }: uPlot) => {
    const length = (own.side === undefined ? bbox.width : bbox.height) / devicePixelRatio;
    return durationTicks(rows(), Math.max(2, Math.floor(length / perTick)));
  };
  return {
    scale: { time: false, range: () => [rows().from, rows().to] },
    axis: axisOf({
      ...own,
      splits: (plot) => ticks(plot).map((us) => placeOfUs(us, rows())),
      values: (plot) => ticks(plot).map((us) => formatDuration(us, language)),
    }),
  };
}
