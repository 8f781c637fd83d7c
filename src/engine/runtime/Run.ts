import type { FlowDoc } from '#engine/model/FlowDoc';
import type { KeyQuestion, KeyReport } from '#engine/model/KeyReport';
import type { RunningKind } from '#engine/model/NodeKind';
import type { ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import { advance } from './advance';
import type { Deed } from './deeds';
import { planFlow } from './FlowPlan';
import type { Story } from './follow/Story';
import { frameOf, recordMany, recordPlayable, recordStep } from './frames';
import { isBefore } from './isBefore';
import { keysOf } from './keysOf';
import type { LaneQuery, LaneWindow } from './lanes/LaneWindow';
import { lanesBetween } from './lanes/lanesBetween';
import { listPendingSteps } from './pendingSteps';
import { effectsOf, type Effects } from './search/effectsOf';
import { Enquiries, type Known } from './search/Enquiries';
import type { DifferenceFound } from './search/FirstDifference';
import type { KeyEvents } from './search/KeySearch';
import type { LogFilter } from './search/LogFilter';
import type { LogFound } from './search/LogSearch';
import { protocolsOf } from './protocolsOf';
import type { ReelQuery, Still } from './reel/Reel';
import { reelFrom } from './reel/reelFrom';
import { reportOf, timeOf } from './report';
import type { RunReport } from './RunReport';
import { RunNotes } from './RunNotes';
import { seriesBetween } from './series/seriesBetween';
import type { SeriesQuery, SeriesWindow, Spread, TimeFigure } from './series/SeriesWindow';
import { spreadOf } from './series/spreadOf';
import { Simulation } from './Simulation';
import { summaryOf } from './summaryOf';
import type { Stop, StopDirection, StopFound } from './stops/StopRule';
import { Timeline } from './Timeline';
import { totalsOf, type Totals } from './totals';
import type {
  AutomatonReport,
  Frame,
  PendingStep,
  Place,
  RunSummary,
  TraceEntry,
  TraceWindow,
} from './Trace';
import { Vicinity } from './Vicinity';
import { whyWaiting, type WhyQuestion, type WhyReport } from './whyWaiting';

/** Most steps of one run: a flow that never rests ends here, with a report. */
export const mostSteps = 1_000_000_000;
/** Most steps at one instant: a loop that takes no time ends here, with a report. */
const mostAtOneInstant = 10_000_000;

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
  private vicinity = new Vicinity();
  private notes: RunNotes | null = null;
  private enquiries: Enquiries | null = null;
  private isFrontierDone = false;
  private readonly mostAtOneInstant: number;

  constructor(kinds: ReadonlyMap<string, RunningKind>, limit = mostSteps, instantLimit = mostAtOneInstant) {
    this.kinds = kinds;
    this.mostSteps = limit;
    this.mostAtOneInstant = instantLimit;
  }

  /** Replaces the run. The document has passed the importer. */
  load(doc: FlowDoc): Frame {
    const plan = planFlow(doc, this.kinds);
    this.frontier = new Simulation(plan);
    this.frontier.deeds = [];
    this.cursor = new Simulation(plan);
    this.timeline = new Timeline();
    this.vicinity = new Vicinity();
    this.notes = new RunNotes(this.frontier);
    this.enquiries = new Enquiries(plan, this.timeline);
    this.isFrontierDone = false;
    this.timeline.note(this.cursor);
    return frameOf(this.cursor);
  }

  /** Computes on, at most so many steps; false when the whole run is known. */
  advance(budgetSteps: number): boolean {
    const { timeline } = this;
    const frontier = this.need(this.frontier);
    const notes = this.need(this.notes);
    const end = frontier.stepCount + budgetSteps;
    while (!this.isFrontierDone && frontier.stepCount < end) {
      const last = Math.min(end, this.mostSteps, notes.times.instantStep + this.mostAtOneInstant);
      const step = Math.min(last, Math.max(timeline.dueStep, frontier.stepCount + 1));
      if (this.isAtLimit(frontier) || !advance(frontier, { step }, notes)) this.isFrontierDone = true;
      if (frontier.stepCount >= timeline.dueStep) timeline.note(frontier);
    }
    return !this.isFrontierDone;
  }

  /** Whether a place lies in what is computed, so that going there is no more than a short replay. */
  knows(place: Place): boolean {
    const { stepCount, nowUs } = this.need(this.frontier);
    return this.isFrontierDone || ('step' in place ? place.step <= stepCount : place.timeUs < nowUs);
  }

  frame(place: Place): Frame {
    return frameOf(this.moveTo(place));
  }

  window(place: Place, maxEntries: number): TraceWindow {
    const cursor = this.moveTo(place);
    const start = frameOf(cursor);
    return { start, entries: recordMany(recordPlayable, cursor, maxEntries, this.past) };
  }

  /** Pictures at regular times after a place, as far as the run is known. */
  reel(place: Place, query: ReelQuery): readonly Still[] {
    return reelFrom(this.moveTo(place), query, this.past);
  }

  entries(query: { readonly from: number; readonly count: number }): readonly TraceEntry[] {
    const cursor = this.moveTo({ step: Math.max(0, query.from - 1) });
    return recordMany(recordStep, cursor, query.count, this.past);
  }

  pending(place: Place): readonly PendingStep[] {
    return listPendingSteps(this.moveTo(place)).map((found) => found.step);
  }

  automaton(node: number, place: Place): AutomatonReport {
    const cursor = this.moveTo(place);
    const askedUs = 'timeUs' in place ? Math.min(place.timeUs, cursor.untilUs) : cursor.nowUs;
    return cursor.lifecycles.report(node, Math.max(askedUs, cursor.nowUs));
  }

  /** What happened in a stretch of time, told one by one or summed up, as far as the run is known. */
  lanes(query: LaneQuery): LaneWindow {
    return lanesBetween({ ...this.past, history: this.need(this.notes).lanes }, query);
  }

  /** Figures over a stretch of time, as far as the run is known. */
  series(query: SeriesQuery): SeriesWindow {
    return seriesBetween({ ...this.past, history: this.need(this.notes).series }, query);
  }

  /** How durations spread up to a place; null for as far as the run is known. */
  spread(figure: TimeFigure, place: Place | null): Spread {
    return spreadOf(place === null ? this.need(this.frontier) : this.moveTo(place), figure);
  }

  /** What the run came to up to a place; null for as far as it is known. */
  totals(place: Place | null): Totals {
    return totalsOf(place === null ? this.need(this.frontier) : this.moveTo(place));
  }

  /** Why a node, or an event in it, does not go on after the steps up to a place. */
  why(question: WhyQuestion, place: Place): WhyReport {
    return whyWaiting(this.moveTo(place), question);
  }

  /** What became of an event, as far as is found out by now: asked again, it finds out more. One is followed at a time. */
  follow(number: number): Story {
    return this.need(this.enquiries).follow(number, this.known);
  }

  /** The events of a key, as far as is found out by now: asked again, it finds out more. */
  eventsOf(key: string): KeyEvents {
    return this.need(this.enquiries).eventsOf(key, this.known);
  }

  /** Which entries a filter lets through, as far as is found out by now: asked again, it finds out more. */
  find(filter: LogFilter, from: number, count: number): LogFound {
    return this.need(this.enquiries).find(filter, from, count, this.known);
  }

  /** The nearest step after, or before, a step that meets one of these stops; asked again, it finds out more. */
  findStop(from: number, stops: readonly Stop[], direction: StopDirection): StopFound {
    return this.need(this.enquiries).findStop(from, stops, direction, this.known);
  }

  /** The entries of some steps, in the order in which they are asked for. */
  entriesAt(steps: readonly number[]): readonly TraceEntry[] {
    return steps.flatMap((step) => this.entries({ from: step, count: 1 }));
  }

  /** Where this run and that of another document first differ; asked again under the same name, it finds out more. */
  difference(name: string, other: FlowDoc): DifferenceFound {
    return this.need(this.enquiries).differenceFrom(name, () => planFlow(other, this.kinds), this.known);
  }

  /** What the run has come to at a virtual time; after its end, or at the furthest known step, as it stands there. */
  report(atUs: number): RunReport {
    const frontier = this.need(this.frontier);
    const knownUs = this.isFrontierDone ? timeOf(frontier) : frontier.nowUs;
    if (knownUs <= atUs) return reportOf(frontier, this.isAtLimit(frontier) ? 'steps' : null);
    return reportOf(this.moveTo({ timeUs: atUs }), null, atUs);
  }

  /** What a step has led to. */
  effects(step: number): Effects {
    const cursor = this.moveTo({ step });
    return effectsOf(cursor, this.need(this.frontier).stepCount);
  }

  protocols(node: number, place: Place): readonly ProtocolReport[] {
    return protocolsOf(this.moveTo(place), node);
  }

  /** What came of the interventions that the run has come to up to a step, in the order in which it did. */
  deeds(upToStep: number): readonly Deed[] {
    return (this.need(this.frontier).deeds ?? []).filter(({ step }) => step <= upToStep);
  }

  /** The keys of a node, and one of them in detail. */
  keys(node: number, question: KeyQuestion, place: Place): KeyReport {
    return keysOf(this.moveTo(place), node, question);
  }

  hashAt(place: Place): string {
    return this.moveTo(place).hash.digest();
  }

  overview(buckets: number): { readonly untilUs: number; readonly steps: readonly number[] } {
    const frontier = this.need(this.frontier);
    const untilUs = frontier.untilUs === Infinity ? frontier.nowUs : frontier.untilUs;
    return { untilUs, steps: this.need(this.notes).times.density.over(untilUs, buckets) };
  }

  summary(): RunSummary {
    const frontier = this.need(this.frontier);
    const limit = frontier.stepCount >= this.mostSteps ? 'steps' : 'instant';
    return summaryOf(frontier, this.isAtLimit(frontier) ? limit : null);
  }

  /** The step that nothing goes beyond: that of a limit, once it is reached. */
  private get lastStep(): number {
    return this.isFrontierDone ? this.need(this.frontier).stepCount : this.mostSteps;
  }

  private isAtLimit({ stepCount }: Simulation): boolean {
    return (
      stepCount >= this.mostSteps ||
      stepCount - this.need(this.notes).times.instantStep >= this.mostAtOneInstant
    );
  }

  /** Takes the cursor to a place: on from where it is, or by a replay from the nearest snapshot. */
  private moveTo(place: Place): Simulation {
    const cursor = this.need(this.cursor);
    const { timeline, vicinity } = this;
    const spaced = 'step' in place ? timeline.beforeStep(place.step) : timeline.beforeTime(place.timeUs);
    const snapshot = vicinity.nearest(place, spaced);
    const isBeyond = 'step' in place ? cursor.stepCount > place.step : cursor.nowUs > place.timeUs;
    const isBehind = snapshot !== undefined && cursor.stepCount < snapshot.stepCount;
    if (snapshot !== undefined && (isBeyond || isBehind)) {
      cursor.restore(snapshot);
      if (snapshot === spaced) vicinity.enter(snapshot, timeline.gapAfter(snapshot));
    }
    while (isBefore(cursor, place) && cursor.stepCount < this.lastStep) {
      const last = 'step' in place ? Math.min(place.step, this.lastStep) : this.lastStep;
      const due = Math.max(Math.min(timeline.dueStep, vicinity.dueStep), cursor.stepCount + 1);
      const through = 'step' in place ? {} : { throughUs: place.timeUs };
      const isLeft = advance(cursor, { step: Math.min(last, due), ...through });
      if (cursor.stepCount >= timeline.dueStep) timeline.note(cursor);
      vicinity.note(cursor);
      if (!isLeft) break;
    }
    return cursor;
  }

  /** What is known of the run, for whoever tells of stretches of time. */
  private get past() {
    const goTo = (timeUs: number) => this.moveTo({ timeUs });
    const { density } = this.need(this.notes).times;
    const { timeline, lastStep, isFrontierDone: isDone } = this;
    return { frontier: this.need(this.frontier), isDone, lastStep, timeline, density, goTo };
  }

  private get known(): Known {
    return { lastStep: this.need(this.frontier).stepCount, isDone: this.isFrontierDone };
  }

  private need<T>(part: T | null): T {
    if (part === null) throw new Error('The run was asked before a flow was loaded.');
    return part;
  }
}
