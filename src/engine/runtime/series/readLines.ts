import { measure } from '#engine/model/measures';
import { sortOf } from '../Metrics';
import { addedUp, countOfBins, quantileOfBins, type Bins } from '../timeBins';
import {
  binOfKey,
  keyOf,
  placeOf,
  placeOfTimes,
  placeOfType,
  type Growth,
  type SeriesSample,
} from './SeriesSample';
import type { SeriesFigure, SeriesLine, SeriesTimes } from './SeriesWindow';

/** How large the flow is whose samples these are. */
export interface FlowSize {
  readonly nodes: number;
  readonly types: number;
}

/** One figure between each sample and the next. */
export function readLine(
  samples: readonly SeriesSample[],
  figure: SeriesFigure,
  size: FlowSize,
  wantsBins: boolean,
): SeriesLine {
  const places = placesOf(figure, size);
  const totals = samples.map(({ sums }) => places.reduce((total, place) => total + (sums[place] ?? 0), 0));
  const sums = totals.slice(1).map((total, index) => total - (totals[index] ?? 0));
  const sorts = sortsOf(figure, size);
  return {
    sums,
    times:
      sorts === null
        ? null
        : timesOf(
            samples.slice(1).map(({ growth }) => binsOf(growth, sorts)),
            wantsBins,
          ),
  };
}

function placesOf(figure: SeriesFigure, { nodes, types }: FlowSize): readonly number[] {
  switch (figure.what) {
    case 'lifetime':
      return figure.type >= 0
        ? [placeOfType(nodes, figure.type)]
        : Array.from({ length: types }, (_, type) => placeOfType(nodes, type));
    case 'wait':
    case 'service':
    case 'response':
      return [placeOfTimes(figure.node, measure[figure.what])];
    default:
      return [placeOf(figure.node, figure.what)];
  }
}

/** The first sort of durations of a figure, and the one after its last; null for what is no duration. */
function sortsOf(figure: SeriesFigure, { nodes, types }: FlowSize): readonly [number, number] | null {
  switch (figure.what) {
    case 'lifetime': {
      const first = sortOf(nodes, 0);
      return figure.type >= 0 ? [first + figure.type, first + figure.type + 1] : [first, first + types];
    }
    case 'wait':
    case 'service':
    case 'response': {
      const sort = sortOf(figure.node, measure[figure.what]);
      return [sort, sort + 1];
    }
    default:
      return null;
  }
}

function binsOf({ keys, counts }: Growth, [first, past]: readonly [number, number]): Bins {
  const end = placeFrom(keys, keyOf(past, 0));
  const pairs: number[] = [];
  for (let at = placeFrom(keys, keyOf(first, 0)); at < end; at += 1) {
    pairs.push(binOfKey(keys[at] ?? 0), counts[at] ?? 0);
  }
  return past - first === 1 ? pairs : addedUp([pairs]);
}

/** The first place whose key is not below a bound; keys rise. */
function placeFrom(keys: Uint32Array, bound: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function timesOf(bins: readonly Bins[], wantsBins: boolean): SeriesTimes {
  const quantiles = (share: number) => bins.map((own) => quantileOfBins(own, share));
  return {
    counts: bins.map(countOfBins),
    p50Us: quantiles(0.5),
    p95Us: quantiles(0.95),
    p99Us: quantiles(0.99),
    bins: wantsBins ? bins : [],
  };
}
