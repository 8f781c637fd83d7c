import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { Density } from './Density';
import { planFlow } from './FlowPlan';
import { frameOf, recordPlayable, recordStep } from './frames';
import { listPendingSteps } from './pendingSteps';
import { Simulation } from './Simulation';
import { Timeline } from './Timeline';
import type {
  AutomatonReport,
  Frame,
  PendingStep,
  Place,
  PlayableEntry,
  RunSummary,
  TraceEntry,
  TraceWindow,
} from './Trace';
import { verdictOf } from './verdict';

/** Most steps of one run: a flow that never rests ends here, with a report. */
export const mostSteps = 5_000_000;

/**
 * A run that can be asked about any of its moments. It keeps two simulations of the same flow: a frontier
 * that computes the whole run once, and a cursor that is taken wherever a question points.
 */
export class Run {
  private readonly kinds: ReadonlyMap<string, RunningKind>;
  private readonly mostSteps: number;
  private frontier: Simulation | null = null;
  private cursor: Simulation | null = null;
  private timeline = new Timeline();
  private density = new Density(0);
  private isFrontierDone = false;

  constructor(kinds: ReadonlyMap<string, RunningKind>, limit = mostSteps) {
    this.kinds = kinds;
    this.mostSteps = limit;
  }

  /** Replaces the run. The document has passed the importer. */
  load(doc: FlowDoc): Frame {
    const plan = planFlow(doc, this.kinds);
    this.frontier = new Simulation(plan);
    this.cursor = new Simulation(plan);
    this.timeline = new Timeline();
    this.density = new Density(this.frontier.untilUs);
    this.isFrontierDone = false;
    this.timeline.note(this.cursor);
    return frameOf(this.cursor);
  }

  /** Computes on, at most so many steps; false when the whole run is known. */
  advance(budgetSteps: number): boolean {
    const frontier = this.need(this.frontier);
    for (let made = 0; made < budgetSteps && !this.isFrontierDone; made += 1) {
      if (frontier.stepCount < this.mostSteps && frontier.step()) {
        this.density.add(frontier.nowUs);
        this.timeline.note(frontier);
      } else this.isFrontierDone = true;
    }
    return !this.isFrontierDone;
  }

  frame(place: Place): Frame {
    return frameOf(this.moveTo(place));
  }

  window(place: Place, maxEntries: number): TraceWindow {
    const cursor = this.moveTo(place);
    const start = frameOf(cursor);
    const entries: PlayableEntry[] = [];
    while (entries.length < maxEntries && cursor.stepCount < this.mostSteps) {
      const entry = recordPlayable(cursor);
      if (entry === null) break;
      this.timeline.note(cursor);
      entries.push(entry);
    }
    return { start, entries };
  }

  entries(query: { readonly from: number; readonly count: number }): readonly TraceEntry[] {
    const cursor = this.moveTo({ step: Math.max(0, query.from - 1) });
    const entries: TraceEntry[] = [];
    while (entries.length < query.count && cursor.stepCount < this.mostSteps) {
      const entry = recordStep(cursor);
      if (entry === null) break;
      this.timeline.note(cursor);
      if (entry.step >= query.from) entries.push(entry);
    }
    return entries;
  }

  pending(place: Place): readonly PendingStep[] {
    return listPendingSteps(this.moveTo(place)).map((found) => found.step);
  }

  automaton(node: number, place: Place): AutomatonReport {
    const cursor = this.moveTo(place);
    const askedUs = 'timeUs' in place ? Math.min(place.timeUs, cursor.untilUs) : cursor.nowUs;
    return cursor.lifecycles.report(node, Math.max(askedUs, cursor.nowUs));
  }

  hashAt(place: Place): string {
    return this.moveTo(place).hash.digest();
  }

  overview(buckets: number): { readonly untilUs: number; readonly steps: readonly number[] } {
    const frontier = this.need(this.frontier);
    const untilUs = frontier.untilUs === Infinity ? frontier.nowUs : frontier.untilUs;
    return { untilUs, steps: this.density.over(untilUs, buckets) };
  }

  summary(): RunSummary {
    const frontier = this.need(this.frontier);
    const atLimit = frontier.stepCount >= this.mostSteps;
    const verdict = verdictOf(frontier);
    return {
      steps: frontier.stepCount,
      timeUs: frontier.nowUs,
      status: atLimit && verdict.status === 'running' ? 'limit' : verdict.status,
      waiting: verdict.waiting,
      eventsPublished: frontier.eventCount,
      facts: frontier.counters.facts(),
      hash: frontier.hash.digest(),
      limit: atLimit ? 'steps' : frontier.limit,
    };
  }

  /** Takes the cursor to a place: on from where it is, or by a replay from the nearest snapshot. */
  private moveTo(place: Place): Simulation {
    const cursor = this.need(this.cursor);
    const snapshot =
      'step' in place ? this.timeline.beforeStep(place.step) : this.timeline.beforeTime(place.timeUs);
    const isBeyond = 'step' in place ? cursor.stepCount > place.step : cursor.nowUs > place.timeUs;
    const isBehind = snapshot !== undefined && cursor.stepCount < snapshot.stepCount;
    if (snapshot !== undefined && (isBeyond || isBehind)) cursor.restore(snapshot);
    while (isBefore(cursor, place) && cursor.stepCount < this.mostSteps && cursor.step())
      this.timeline.note(cursor);
    return cursor;
  }

  private need(simulation: Simulation | null): Simulation {
    if (simulation === null) throw new Error('The run was asked before a flow was loaded.');
    return simulation;
  }
}

function isBefore(simulation: Simulation, place: Place): boolean {
  if ('step' in place) return simulation.stepCount < place.step;
  const nextUs = simulation.nextTimeUs();
  return nextUs !== undefined && nextUs <= place.timeUs;
}
