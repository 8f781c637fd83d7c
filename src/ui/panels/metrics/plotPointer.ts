import type uPlot from 'uplot';
import { useLanes } from '#ui/store/laneStore';
import { useMetrics } from '#ui/store/metricsStore';
import { seekTo } from './moveMoment';
import styles from './metrics.module.css';

/** A press that moved less, in pixels, is a click. */
const clickPixels = 4;

/** What a pointer does on every plot over time: points, moves the playhead by a click, zooms by dragging over a stretch. */
export const timeCursor: uPlot.Cursor = {
  x: false,
  y: false,
  points: { show: false },
  drag: { x: true, y: false, setScale: false, dist: clickPixels },
};

/** Hooks that tell of it. */
export const timeHooks: uPlot.Hooks.Arrays = {
  setCursor: [
    (plot) => {
      const { left = -1 } = plot.cursor;
      // Leaving is told at other times too; a key may point elsewhere meanwhile.
      if (left >= 0) useMetrics.setState({ atUs: plot.posToVal(left, 'x') });
    },
  ],
  setSelect: [
    (plot) => {
      const { left, width } = plot.select;
      if (width < clickPixels) return;
      const fromUs = plot.posToVal(left, 'x');
      useLanes.getState().setView({ fromUs, spanUs: plot.posToVal(left + width, 'x') - fromUs });
      plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    },
  ],
};

/** Lays the playhead, the pale future and the moment pointed at over a plot, and lets a click move the playhead. */
export function layMoments(plot: uPlot): void {
  for (const part of ['future', 'head', 'at'] as const) {
    const mark = document.createElement('i');
    mark.className = styles[part] ?? '';
    plot.over.append(mark);
  }
  let pressedAt = 0;
  plot.over.addEventListener('pointerdown', ({ clientX }) => {
    pressedAt = clientX;
  });
  plot.over.addEventListener('click', ({ clientX }) => {
    if (Math.abs(clientX - pressedAt) > clickPixels) return;
    seekTo(plot.posToVal(clientX - plot.over.getBoundingClientRect().left, 'x'));
  });
  plot.over.addEventListener('mouseleave', () => useMetrics.setState({ atUs: null }));
}
