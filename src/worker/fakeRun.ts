import type { FlowDoc } from '#engine/model/FlowDoc';
import type { KeyQuestion } from '#engine/model/KeyReport';
import type { Still } from '#engine/runtime/reel/Reel';
import type { Frame, NodeFrame, PlayableEntry, RunSummary } from '#engine/runtime/Trace';
import type { Place } from '#engine/runtime/Trace';
import type { RunQuestions } from './protocol';
import type { Computation } from './RunServer';

const nodeCount = 3;
/** So many steps share one virtual time. */
const perInstant = 2;
const instantUs = 100_000;

/**
 * A tiny flow for tests of everything that stands around a run: three nodes in a ring, of which each passes
 * a message on to the next, which takes 150 ms. Its length is the seed of the document.
 */
export class FakeRun implements Computation {
  steps = 0;
  computed = 0;

  load(doc: FlowDoc): Frame {
    this.steps = doc.seed;
    this.computed = 0;
    return frameAt(0);
  }

  advance(budgetSteps: number): boolean {
    this.computed = Math.min(this.steps, this.computed + budgetSteps);
    return this.computed < this.steps;
  }

  knows(place: Place): boolean {
    if ('step' in place) return place.step <= this.computed || this.computed === this.steps;
    return place.timeUs < timeOfStep(this.computed) || this.computed === this.steps;
  }

  frame(place: Place): Frame {
    return frameAt(this.#stepOf(place));
  }

  window(place: Place, maxEntries: number): ReturnType<RunQuestions['window']> {
    const step = this.#stepOf(place);
    return { start: frameAt(step), entries: this.#entries(step + 1, maxEntries) };
  }

  reel(
    ...[place, { fromUs, everyUs, count }]: Parameters<RunQuestions['reel']>
  ): ReturnType<RunQuestions['reel']> {
    const stills: Still[] = [];
    for (let at = this.#stepOf(place); stills.length < count;) {
      const timeUs = Math.floor(fromUs + (stills.length + 1) * everyUs);
      if (timeUs > timeOfStep(this.computed)) break;
      const step = this.#stepOf({ timeUs });
      stills.push(stillBetween(at, step, timeUs));
      at = step;
    }
    return stills;
  }

  entries(query: { readonly from: number; readonly count: number }): readonly PlayableEntry[] {
    return this.#entries(query.from, query.count);
  }

  pending(): ReturnType<RunQuestions['pending']> {
    return [];
  }

  why(): ReturnType<RunQuestions['why']> {
    return { links: [], isDeadlock: false };
  }

  follow(number: number): ReturnType<RunQuestions['follow']> {
    const limit = '' as const;
    return { number, events: [], stays: [], facts: [], answers: [], isComplete: true, knownStep: 0, limit };
  }

  lanes({ fromUs, toUs }: { fromUs: number; toUs: number }): ReturnType<RunQuestions['lanes']> {
    return { fromUs, toUs, knownUs: toUs, bars: [], states: [], marks: [], ways: [], depths: [], sums: null };
  }

  series(): ReturnType<RunQuestions['series']> {
    return { edgesUs: [], knownUs: this.steps, lines: [] };
  }

  spread(): ReturnType<RunQuestions['spread']> {
    return { figures: null, bins: [] };
  }

  totals(): ReturnType<RunQuestions['totals']> {
    throw new Error('A fake run has no totals.');
  }

  eventsOf(key: string): ReturnType<RunQuestions['eventsOf']> {
    return { key, numbers: [], isComplete: true, knownStep: 0, isCut: false };
  }

  find(): ReturnType<RunQuestions['find']> {
    return { steps: [], total: 0, isComplete: true, knownStep: 0, isCut: false };
  }

  /** Every rule on a key stops at the steps that the key names, such as `5 9`. */
  findStop(
    ...[from, stops, direction]: Parameters<RunQuestions['findStop']>
  ): ReturnType<RunQuestions['findStop']> {
    const steps = stops
      .flatMap(({ rule }) => (rule.on === 'key' ? rule.key.split(' ').map(Number) : []))
      .filter((step) => step <= this.computed && (direction === 'next' ? step > from : step < from))
      .toSorted((a, b) => (direction === 'next' ? a - b : b - a));
    const step = steps[0] ?? null;
    const isComplete = step !== null || this.computed === this.steps;
    const timeUs = timeOfStep(step ?? this.computed);
    return { step, timeUs, hits: [], failures: [], knownStep: this.computed, isComplete };
  }

  entriesAt(steps: readonly number[]): readonly PlayableEntry[] {
    return steps.map(entryAt);
  }

  effects(): ReturnType<RunQuestions['effects']> {
    return { steps: [], isComplete: true };
  }

  difference(): ReturnType<RunQuestions['difference']> {
    return { sameUntil: this.computed, first: null, isComplete: true };
  }

  report(atUs: number): ReturnType<RunQuestions['report']> {
    return {
      name: '',
      seed: 0,
      untilUs: null,
      timeUs: atUs,
      steps: this.computed,
      eventsPublished: this.computed,
      status: 'running',
      limit: '',
      waiting: [],
      isBlocked: false,
      unmet: [],
      hash: '',
      ledger: {},
      nodes: [],
      wires: [],
      eventTypes: [],
      protocols: [],
    };
  }

  protocols(): ReturnType<RunQuestions['protocols']> {
    return [];
  }

  deeds(): ReturnType<RunQuestions['deeds']> {
    return [];
  }

  keys(_node: number, question: KeyQuestion): ReturnType<RunQuestions['keys']> {
    return { question, count: 0, matching: 0, found: [], detail: null };
  }

  automaton(): ReturnType<RunQuestions['automaton']> {
    return { lifecycle: 'idle', last: null, residenceUs: {}, taken: {} };
  }

  hashAt(place: Place): string {
    return `hash${this.#stepOf(place)}`;
  }

  overview(buckets: number): ReturnType<RunQuestions['overview']> {
    return { untilUs: timeOfStep(this.computed), steps: Array.from({ length: buckets }, () => 1) };
  }

  summary(): RunSummary {
    return {
      steps: this.computed,
      timeUs: timeOfStep(this.computed),
      status: this.computed < this.steps ? 'running' : 'ended',
      waiting: [],
      isBlocked: false,
      unmet: [],
      eventsPublished: this.computed,
      facts: {},
      hash: 'ffff',
      limit: '',
    };
  }

  #entries(from: number, count: number): readonly PlayableEntry[] {
    const last = Math.min(this.computed, from + count - 1);
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => entryAt(from + index));
  }

  #stepOf(place: Place): number {
    const step = 'step' in place ? place.step : (Math.floor(place.timeUs / instantUs) + 1) * perInstant;
    return Math.min(Math.max(0, step), this.computed);
  }
}

/** When a step of the fake run happens. */
export function timeOfStep(step: number): number {
  return step === 0 ? 0 : Math.floor((step - 1) / perInstant) * instantUs;
}

/** The entry of a step of the fake run. */
export function entryAt(step: number): PlayableEntry {
  return {
    step,
    timeUs: timeOfStep(step),
    node: step % nodeCount,
    kind: 'deliver',
    name: '',
    token: { number: step, type: 0, subject: 'k' },
    wire: (step + nodeCount - 1) % nodeCount,
    cause: step - 1,
    flight: Math.max(0, step - 3),
    intervention: '',
    fault: '',
    transitions: [],
    facts: [],
    sent: [flightOf(step)],
    after: nodeAfter(step),
  };
}

function flightOf(step: number): PlayableEntry['sent'][number] {
  const departUs = timeOfStep(step);
  return {
    id: step,
    wire: step % nodeCount,
    kind: 'deliver',
    token: null,
    departUs,
    arriveUs: timeOfStep(step + 3),
    isCall: false,
    isDeadLetter: false,
    isBad: false,
  };
}

function nodeAfter(step: number): NodeFrame {
  return {
    lifecycle: step === 0 ? 'idle' : `after ${step}`,
    sinceUs: timeOfStep(step),
    last: null,
    view: null,
    times: { response: null, wait: null },
    p95Us: null,
    ratePerSecond: 0,
  };
}

/** What changes from one picture to a later one. */
function stillBetween(before: number, step: number, timeUs: number): Still {
  const [old, now] = [frameAt(before), frameAt(step)];
  const isIn = (frame: Frame, id: number) => frame.flights.some((flight) => flight.id === id);
  return {
    step,
    timeUs,
    stepUs: now.timeUs,
    nodes: now.nodes.flatMap((after, node) => (step === before ? [] : [[node, after] as const])),
    landed: old.flights.filter(({ id }) => !isIn(now, id)).map(({ id }) => id),
    sent: now.flights.filter(({ id }) => !isIn(old, id)),
    hops: [],
    facts: now.facts,
    failing: now.failing,
  };
}

/** The picture after a step of the fake run, made without playing. */
export function frameAt(step: number): Frame {
  const nodes = [0, 1, 2].map((node) => {
    const last = step - ((((step - node) % nodeCount) + nodeCount) % nodeCount);
    return nodeAfter(Math.max(0, last));
  });
  const flights = [step - 2, step - 1, step].filter((sent) => sent > 0).map(flightOf);
  return { step, timeUs: timeOfStep(step), nodes, flights, facts: {}, failing: [] };
}
