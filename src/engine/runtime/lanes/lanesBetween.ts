import type { Density } from '../Density';
import type { Simulation } from '../Simulation';
import type { LaneHistory } from './LaneHistory';
import { columnsOf } from './LaneSamples';
import type { LaneQuery, LaneState, LaneWindow } from './LaneWindow';
import { recordLanes } from './recordLanes';
import { sumLanes } from './sumLanes';

/** Steps of one picture that are told one by one, and that are made again to be summed up exactly. */
const most = { told: 6_000, summed: 60_000 };

/** How far a run is computed, and what it noted on the way. */
export interface LaneBooks {
  readonly frontier: Simulation;
  readonly isDone: boolean;
  readonly history: LaneHistory;
  readonly density: Density;
  /** A simulation that stands after the last step that is not later than a time. */
  readonly goTo: (timeUs: number) => Simulation;
}

/** What happened in a stretch of time: told one by one, summed up exactly, or from the samples, by how much it is. */
export function lanesBetween(
  { frontier, isDone, history, density, goTo }: LaneBooks,
  query: LaneQuery,
): LaneWindow {
  const { fromUs, toUs } = query;
  const { stepCount: lastStep, nowUs } = frontier;
  const knownUs = isDone ? toUs : Math.min(toUs, nowUs);
  const none: LaneWindow = {
    fromUs,
    toUs,
    knownUs,
    bars: [],
    states: [],
    marks: [],
    ways: [],
    depths: [],
    sums: null,
  };
  if (fromUs >= knownUs) return none;
  const steps = density.between(fromUs, toUs);
  if (steps > most.summed) {
    return { ...none, sums: columnsOf(history.upTo(frontier), frontier.plan.nodes.length, query) };
  }
  const span = { fromUs, toUs: knownUs };
  // The count is rough where the stretch is short, so that nearly too many are tried.
  const isTellable = steps <= 2 * most.told;
  const isOpen = ({ node, state, fromUs: sinceUs }: LaneState) => {
    const page = frontier.lifecycles.page(node);
    return page.name === state && page.sinceUs === sinceUs;
  };
  const limits = { lastStep, mostSteps: most.told, isOpen, openEndUs: isDone ? Infinity : null };
  const told = isTellable ? recordLanes(goTo(fromUs), span, limits) : null;
  if (told !== null) return { ...none, ...told, toUs };
  return { ...none, sums: sumLanes(goTo(fromUs), query, lastStep) };
}
