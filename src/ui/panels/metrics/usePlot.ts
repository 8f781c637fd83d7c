import { useEffect, useRef, type RefObject } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange, shownTheme } from '#ui/look/applyTheme';
import type { TokenName } from '#ui/look/tokens';

/** What a plot is made with; its size is that of its place on the page. */
export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>;

/** A colour of the theme on the page, looked up whenever something is drawn. */
export const ink = (name: TokenName) => () => shownTheme().palette[name];

const font = '11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans CJK SC", sans-serif';

/** Lines that hold a value until the next one. */
export const steps: Pick<uPlot.Series, 'paths' | 'points'> =
  uPlot.paths.stepped === undefined
    ? { points: { show: false } }
    : { paths: uPlot.paths.stepped({ align: 1 }), points: { show: false } };

/** An axis in the colours of the page. */
export function axisOf(own: uPlot.Axis): uPlot.Axis {
  return {
    stroke: ink('ink2'),
    font,
    gap: 4,
    grid: { stroke: ink('line'), width: 1 },
    ticks: { show: false },
    ...own,
  };
}

interface Plotted<Live> {
  /** A plot is made anew when this changes. */
  readonly key: string;
  /** What the options look up whenever something is drawn. */
  readonly live: Live;
  readonly make: (live: () => Live) => PlotOptions;
  readonly data: uPlot.AlignedData;
  /** The scales are asked anew when this changes. */
  readonly scales: string;
  /** Hears of every new plot. */
  readonly onPlot?: (plot: uPlot) => void;
}

/** A plot in an element, which follows its size, its data and the theme. */
export function usePlot<Live>(place: RefObject<HTMLElement | null>, plotted: Plotted<Live>): void {
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(plotted);
  const { key, data, scales } = plotted;

  useEffect(() => {
    latest.current = plotted;
  });

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const now = latest.current;
    const size = () => ({
      width: Math.max(40, element.clientWidth),
      height: Math.max(40, element.clientHeight),
    });
    const options = now.make(() => latest.current.live);
    const made = new uPlot({ ...options, ...size() }, now.data, element);
    plot.current = made;
    now.onPlot?.(made);
    const sizes = new ResizeObserver(() => made.setSize(size()));
    sizes.observe(element);
    const forget = onThemeChange(() => made.redraw(true, true));
    return () => {
      forget();
      sizes.disconnect();
      made.destroy();
      plot.current = null;
    };
    // The key stands for what the options are made of; the options themselves are new with every render.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [place, key]);

  useEffect(() => {
    plot.current?.setData(data);
    // Setting the data is what has the scales asked.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [data, scales]);
}
