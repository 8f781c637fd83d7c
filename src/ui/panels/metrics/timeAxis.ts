import type uPlot from 'uplot';
import { ticksOf } from '../spacetime/laneView';
import { tickText } from '../spacetime/tickText';
import { axisOf } from './usePlot';
import type { TimeRange } from './useTimeRange';

/** Pixels that the text of a tick takes, roughly. */
const perTick = 54;

/** Virtual time from left to right. */
export function timeAxis(range: () => TimeRange, language: string): { scale: uPlot.Scale; axis: uPlot.Axis } {
  return {
    scale: { time: false, range: () => [range().fromUs, range().toUs] },
    axis: axisOf({
      size: 20,
      splits: ({ bbox }) => {
        const { fromUs, toUs } = range();
        const ticks = Math.max(2, Math.floor(bbox.width / devicePixelRatio / perTick));
        return [...ticksOf({ fromUs, spanUs: toUs - fromUs }, ticks)];
      },
      values: (_, splits) => splits.map((us) => tickText(us, range().toUs - range().fromUs, language)),
    }),
  };
}
