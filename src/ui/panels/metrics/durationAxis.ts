import type uPlot from 'uplot';
import { formatDuration } from '#ui/look/format';
import { durationTicks, rowAt } from './durationRows';
import { axisOf } from './usePlot';

/** Durations on a logarithmic scale: where a tick stands is its row. */
export function durationAxis(
  span: () => readonly [number, number],
  { language, perTick, ...own }: uPlot.Axis & { readonly language: string; readonly perTick: number },
): { readonly scale: uPlot.Scale; readonly axis: uPlot.Axis } {
  const ticks = ({ bbox }: uPlot) => {
    const length = (own.side === undefined ? bbox.width : bbox.height) / devicePixelRatio;
    return durationTicks(span(), Math.max(2, Math.floor(length / perTick)));
  };
  return {
    scale: { time: false, range: () => [...span()] },
    axis: axisOf({
      ...own,
      // What took no time has a row of its own, in the middle of which it is written.
      splits: (plot) => ticks(plot).map((us) => (us === 0 ? 0.5 : rowAt(us))),
      values: (plot) => ticks(plot).map((us) => formatDuration(us, language)),
    }),
  };
}
