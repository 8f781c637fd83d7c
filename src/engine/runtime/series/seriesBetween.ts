import type { Density } from '../Density';
import { timeOf } from '../report';
import type { Simulation } from '../Simulation';
import { readLine } from './readLines';
import type { SeriesHistory } from './SeriesHistory';
import { coarsened, SeriesReader, type SeriesSample } from './SeriesSample';
import type { SeriesQuery, SeriesWindow } from './SeriesWindow';

/** Steps of one answer that are made again, for buckets finer than those of the history. */
const mostSteps = 60_000;
/** Of the buckets asked for, so many have to be had from the history that nothing is made again. */
const enough = 0.5;
const mostBuckets = 1_000;

/** How far a run is computed, and what it noted on the way. */
export interface SeriesBooks {
  readonly frontier: Simulation;
  readonly isDone: boolean;
  readonly history: SeriesHistory;
  readonly density: Density;
  /** A simulation that stands after the last step that is not later than a time. */
  readonly goTo: (timeUs: number) => Simulation;
}

/**
 * Figures over a stretch of time, in buckets that are exact: of equal width where the stretch is short enough to make
 * its steps again, else those of the history, some of which may reach over its ends.
 */
export function seriesBetween(books: SeriesBooks, query: SeriesQuery): SeriesWindow {
  const { frontier, isDone, history, density } = books;
  const knownUs = isDone ? timeOf(frontier) : frontier.nowUs;
  const fromUs = Math.max(0, query.fromUs);
  const toUs = Math.min(query.toUs, knownUs);
  const buckets = Math.min(mostBuckets, Math.max(1, Math.floor(query.buckets)));
  if (toUs <= fromUs) return { edgesUs: [], knownUs, lines: query.of.map(() => ({ sums: [], times: null })) };
  const kept = within(history.upTo(knownUs), fromUs, toUs);
  const isFine = kept.length - 1 >= buckets * enough;
  const samples =
    isFine || density.between(fromUs, toUs) > mostSteps
      ? coarsened(kept, Math.ceil((kept.length - 1) / buckets))
      : sampleAnew(books, fromUs, toUs, buckets);
  const size = { nodes: frontier.plan.nodes.length, types: frontier.plan.doc.eventTypes.length };
  return {
    edgesUs: samples.map(({ timeUs }) => timeUs),
    knownUs,
    lines: query.of.map((figure) => readLine(samples, figure, size, query.bins)),
  };
}

/** From the last sample that is not after the beginning to the first that is not before the end. */
function within(samples: readonly SeriesSample[], fromUs: number, toUs: number): readonly SeriesSample[] {
  const first = Math.max(
    0,
    samples.findLastIndex(({ timeUs }) => timeUs <= fromUs),
  );
  const last = samples.findIndex(({ timeUs }) => timeUs >= toUs);
  return samples.slice(first, last < 0 ? undefined : last + 1);
}

/** Samples at equal distances, by making the steps once more. */
function sampleAnew(
  { frontier, goTo }: SeriesBooks,
  fromUs: number,
  toUs: number,
  buckets: number,
): readonly SeriesSample[] {
  // What happens at the very beginning belongs to the first bucket.
  const simulation = goTo(fromUs === 0 ? -1 : fromUs);
  const reader = new SeriesReader(simulation);
  const samples = [reader.read(fromUs)];
  for (let bucket = 1; bucket <= buckets; bucket += 1) {
    const edgeUs = bucket === buckets ? toUs : fromUs + Math.round(((toUs - fromUs) * bucket) / buckets);
    while (
      simulation.stepCount < frontier.stepCount &&
      (simulation.nextTimeUs() ?? Infinity) <= edgeUs &&
      simulation.step()
    );
    if (edgeUs > (samples.at(-1)?.timeUs ?? 0)) samples.push(reader.read(edgeUs));
  }
  return samples;
}
