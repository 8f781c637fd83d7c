import { gauge, type Gauge } from '#engine/model/measures';
import type { FlowEvent, MessageKind } from '#engine/model/messages';
import { createDraft, type EntryDraft } from '../EntryDraft';
import type { FlowPlan } from '../FlowPlan';
import { Simulation } from '../Simulation';
import type { Timeline } from '../Timeline';
import { Family } from './Family';
import { lifeOf } from './lifeOf';
import { StayBook } from './StayBook';
import type { Story, StoryAnswer, StoryFact } from './Story';

/**
 * Steps in which events may go on that the step does not name: a batch begins, times are over, a node crashes. All
 * others name what they move.
 */
const movesOthers: ReadonlySet<MessageKind> = new Set(['start', 'timer', 'fault']);
/** Looking for an event among so many that wait takes about as long as a step. */
const waitingPerStep = 20;
/** Most causes of one event that are looked for. */
const mostAncestors = 256;

/**
 * Finds out what became of one event over the whole run, by making its steps once more beside the run. It goes on from
 * where it was, as far as the run is known, and stops where nobody has any of its events any more.
 */
export class EventFollower {
  readonly number: number;
  private readonly simulation: Simulation;
  private readonly timeline: Timeline;
  private family: Family | null = null;
  private readonly book = new StayBook();
  private readonly facts: StoryFact[] = [];
  private readonly answers: StoryAnswer[] = [];
  private isOver = false;
  /** What the present answer has cost, in steps. */
  private effort = 0;

  constructor(plan: FlowPlan, timeline: Timeline, number: number) {
    this.number = number;
    this.simulation = new Simulation(plan);
    this.timeline = timeline;
  }

  /** Looks on for about as long as so many steps take, up to one that the run knows; then says what is known. */
  advance(budget: number, lastStep: number, isRunKnown: boolean): Story {
    if (this.family === null) this.begin(lastStep);
    const { simulation } = this;
    this.effort = 0;
    while (this.family !== null && !this.isOver && this.effort < budget && simulation.stepCount < lastStep) {
      if (!this.step()) break;
    }
    const isAtEnd = isRunKnown && (this.family === null || simulation.stepCount >= lastStep);
    return this.story(this.isOver || isAtEnd);
  }

  /** Finds the event and those that led to it, and goes to where the first of them is made. */
  private begin(lastStep: number): void {
    const ancestors: number[] = [];
    let found = this.find(this.number, lastStep);
    if (found === null) return;
    while (found.causation !== 0 && ancestors.length < mostAncestors) {
      ancestors.push(found.causation);
      const cause = this.find(found.causation, lastStep);
      if (cause === null) break;
      found = cause;
    }
    const start = this.timeline.beforeEvent(found.number);
    if (start !== undefined) this.simulation.restore(start);
    this.family = new Family(this.number, ancestors);
    while (!this.family.members.has(found.number) && this.step());
  }

  /** The event of a number, once it is made; null when it is not, up to a step. */
  private find(number: number, lastStep: number): FlowEvent | null {
    const { simulation } = this;
    const start = this.timeline.beforeEvent(number);
    if (start !== undefined) simulation.restore(start);
    while (simulation.stepCount < lastStep) {
      const draft = this.record();
      if (draft === null) return null;
      const event = draft.born.find((one) => one.number === number);
      if (event !== undefined) return event;
    }
    return null;
  }

  private record(): EntryDraft | null {
    const { simulation } = this;
    const draft = createDraft();
    simulation.draft = draft;
    const isMade = simulation.step();
    simulation.draft = null;
    return isMade ? draft : null;
  }

  private step(): boolean {
    this.effort += 1;
    const draft = this.record();
    const { family, book, simulation } = this;
    if (draft === null || family === null) return false;
    for (const event of draft.born) family.meet(event, simulation.stepCount);
    const { entry } = draft;
    if (entry === null) return true;
    this.noteFacts(draft, entry.node);
    const arrived = book.land(entry.flight, entry.timeUs);
    const token = arrived < 0 ? 0 : (book.stays[arrived]?.event ?? 0);
    const touched = this.touched(draft, entry.node);
    for (const event of touched) this.lookAt(event, draft, event === token ? arrived : -1);
    if (entry.kind === 'ack' && entry.wire >= 0 && family.has(entry.token)) this.noteAnswer(draft);
    if (touched.size > 0 || arrived >= 0) this.isOver = family.members.has(this.number) && !book.isAnyAlive;
    return true;
  }

  /** The events of the family that a step may have moved. */
  private touched(draft: EntryDraft, node: number): ReadonlySet<number> {
    const { family, book } = this;
    const found = new Set<number>();
    if (family === null) return found;
    const tokens = [
      draft.entry?.token ?? null,
      ...draft.sent.map(({ token }) => token),
      ...draft.facts.map(({ token }) => token),
    ];
    for (const token of tokens) if (family.has(token)) found.add(token.number);
    for (const { number } of draft.born) if (family.members.has(number)) found.add(number);
    if (!movesOthers.has(draft.entry?.kind ?? 'fault')) return found;
    for (const number of family.members.keys()) if (book.isAt(number, node)) found.add(number);
    return found;
  }

  private lookAt(event: number, { entry, sent }: EntryDraft, arrived: number): void {
    const { simulation, book } = this;
    if (entry === null) return;
    const { node, timeUs, step } = entry;
    const waiting = (what: Gauge) => simulation.metrics.levelFigures(node, what, simulation.nowUs).now;
    this.effort += 1 + (waiting(gauge.queue) + waiting(gauge.door)) / waitingPerStep;
    const planned = simulation.plan.nodes[node];
    if (planned === undefined) return;
    const holdings = planned.behaviour.holdings(simulation.stateOf(node), planned.plan, event);
    const here = { node, timeUs, step };
    const wireTo = (wire: number) => simulation.plan.wires[wire]?.to ?? -1;
    const { origin, origins } = book.update(event, here, holdings, arrived, wireTo);
    for (const flight of sent) {
      if (flight.kind === 'ack' || flight.token?.number !== event) continue;
      book.take(flight, wireTo(flight.wire), here, origins.get(flight.wire) ?? origin);
    }
  }

  private noteFacts({ facts, entry }: EntryDraft, node: number): void {
    for (const { code, token, detail } of facts) {
      if (entry === null || this.family?.has(token) !== true || token === null) continue;
      this.facts.push({ event: token.number, step: entry.step, timeUs: entry.timeUs, node, code, detail });
    }
  }

  private noteAnswer({ entry }: EntryDraft): void {
    const wire = entry === null ? undefined : this.simulation.plan.wires[entry.wire];
    if (entry === null || wire === undefined || entry.token === null) return;
    const { step, timeUs, name: outcome } = entry;
    this.answers.push({ event: entry.token.number, step, timeUs, from: wire.to, to: wire.from, outcome });
  }

  private story(isComplete: boolean): Story {
    const { family, book, simulation } = this;
    const { nowUs } = simulation;
    const relatives = [...(family?.members.values() ?? [])];
    return {
      number: this.number,
      events: relatives.map((one) => {
        const { number } = one.token;
        const { parts, endUs } = lifeOf(number, one.bornUs, book.stays, nowUs);
        return { ...one, life: parts, endUs: book.isAlive(number) ? null : endUs };
      }),
      stays: book.stays,
      facts: this.facts,
      answers: this.answers,
      isComplete,
      knownStep: simulation.stepCount,
      limit: family?.isCut === true ? 'events' : book.isCut ? 'stays' : '',
    };
  }
}
