import type { ReelQuery } from '#engine/runtime/reel/Reel';
import type { Place } from '#engine/runtime/Trace';
import { Pace } from './Pace';
import type { Progress, Request, Response, RunQuestions } from './protocol';

/** A run that can be asked, and made to compute on by itself. */
export interface Computation extends RunQuestions {
  /** Computes up to so many further steps; false when the run is complete. */
  advance(budgetSteps: number): boolean;
  /** Whether a place lies in what is computed. */
  knows(place: Place): boolean;
}

/** What the server needs of the thread it lives in. */
export interface Surroundings {
  post(response: Response): void;
  /** Calls back soon, after messages that have already arrived; or after so many milliseconds. */
  later(work: () => void, afterMs: number): void;
  /** Milliseconds from any fixed moment. */
  now(): number;
}

const sliceMs = 10;
const progressEveryMs = 100;
/**
 * While a run is played that is so busy that pictures are taken of it, whoever draws them needs the machine too: as long
 * as enough is known ahead, in pictures, computing on rests four times as long as it works.
 */
const rest = { ms: 40, whilePlayedMs: 500, aheadPictures: 300 };
/** A portion of steps between two looks at the clock: as many as take about so long, but not too many or few. */
const portionMs = 2;
const portionSteps = { least: 200, most: 100_000 };

/**
 * Answers requests in the order they came, and computes on between them in short slices, so that a new
 * document never waits for the old run. A question about a place that is not computed yet waits for it.
 */
export class RunServer {
  readonly #run: Computation;
  readonly #around: Surroundings;
  readonly #waiting: Request[] = [];
  #isLoaded = false;
  #isComplete = true;
  #isScheduled = false;
  #isHeld = false;
  #portion: number = portionSteps.least;
  readonly #pace = new Pace();
  /** The last pictures that were asked for, and when. */
  #played: { readonly atMs: number; readonly query: ReelQuery | null } = { atMs: 0, query: null };
  /** The bug that stopped the run, or null. */
  #failure: string | null = null;
  #reportedAt = -Infinity;

  constructor(run: Computation, around: Surroundings) {
    this.#run = run;
    this.#around = around;
  }

  /** Takes a request. Questions that wait when a new document comes are refused: they meant the old run. */
  receive(request: Request): void {
    if (request.ask === 'hold') {
      this.#hold(request.with[0], request.id);
      return;
    }
    if (request.ask === 'load') {
      for (const { id } of this.#waiting.splice(0)) this.#refuse(id, 'superseded');
    }
    if (request.ask === 'load') this.#played = { atMs: 0, query: null };
    if (request.ask === 'reel') this.#played = { atMs: this.#around.now(), query: request.with[1] };
    this.#waiting.push(request);
    this.#work();
  }

  #hold(isHeld: boolean, id: number): void {
    this.#around.post({ id, ok: true, value: null });
    if (this.#isHeld === isHeld || !this.#isLoaded) return;
    this.#isHeld = isHeld;
    this.#pace.start(this.#run.summary().eventsPublished, this.#around.now());
    this.#reportedAt = Math.min(this.#reportedAt, this.#around.now() - progressEveryMs);
    this.#work();
  }

  #work(): void {
    let nowMs = this.#around.now();
    const untilMs = nowMs + sliceMs;
    for (let isGoing = true; isGoing && nowMs < untilMs;) {
      this.#answerWhatIsKnown();
      const startMs = nowMs;
      isGoing = this.#computeOn();
      nowMs = this.#around.now();
      this.#fitPortion(nowMs - startMs);
    }
    this.#answerWhatIsKnown();
    this.#report();
    if (!this.#isComplete && !this.#isHeld && !this.#isScheduled) {
      this.#isScheduled = true;
      const work = () => {
        this.#isScheduled = false;
        this.#work();
      };
      this.#around.later(work, this.#mayRest() ? rest.ms : 0);
    }
  }

  #mayRest(): boolean {
    const { atMs, query } = this.#played;
    if (query === null || this.#waiting.length > 0 || this.#around.now() - atMs > rest.whilePlayedMs)
      return false;
    return this.#run.knows({ timeUs: query.fromUs + rest.aheadPictures * query.everyUs });
  }

  #computeOn(): boolean {
    if (this.#isComplete || this.#isHeld) return false;
    try {
      this.#isComplete = !this.#run.advance(this.#portion);
    } catch (error) {
      // A bug stops the run where it is; whoever asks for what would come after hears about it.
      this.#isComplete = true;
      this.#failure = textOf(error);
    }
    return !this.#isComplete;
  }

  /** Steps of one flow take a hundred times as long as those of another. */
  #fitPortion(tookMs: number): void {
    if (tookMs < portionMs / 2) this.#portion = Math.min(portionSteps.most, this.#portion * 2);
    else if (tookMs > portionMs) this.#portion = Math.max(portionSteps.least, this.#portion >> 1);
  }

  #answerWhatIsKnown(): void {
    for (;;) {
      const request = this.#waiting[0];
      if (request === undefined || !this.#isKnown(request)) return;
      this.#waiting.shift();
      this.#answer(request);
    }
  }

  #isKnown(request: Request): boolean {
    return this.#isComplete || this.#isHeld || request.ask === 'load' || this.#isComputed(placeOf(request));
  }

  #isComputed(place: Place | null): boolean {
    return place === null || this.#run.knows(place);
  }

  #answer(request: Request): void {
    try {
      if (request.ask !== 'load' && !this.#isLoaded) throw new Error('No document is loaded.');
      if (request.ask !== 'load' && this.#failure !== null && !this.#isComputed(placeOf(request))) {
        throw new Error(this.#failure);
      }
      const value = ask(this.#run, this.#withinReach(request));
      if (request.ask === 'load') {
        this.#isLoaded = true;
        this.#failure = null;
        this.#isComplete = false;
        this.#isHeld = false;
        this.#portion = portionSteps.least;
        this.#pace.start(0, this.#around.now());
        this.#reportedAt = -Infinity;
      }
      this.#around.post({ id: request.id, ok: true, value });
    } catch (error) {
      if (request.ask === 'load') {
        this.#isLoaded = false;
        this.#isComplete = true;
      }
      this.#refuse(request.id, textOf(error));
    }
  }

  /** While computing is stopped, a place that is not computed stands for the last one that is. */
  #withinReach(request: Request): Request {
    if (!this.#isHeld || this.#isComputed(placeOf(request))) return request;
    return withPlace(request, { step: this.#run.summary().steps });
  }

  #report(): void {
    if (!this.#isLoaded) return;
    const now = this.#around.now();
    const isDue = this.#isComplete ? this.#reportedAt < Infinity : now - this.#reportedAt >= progressEveryMs;
    if (!isDue) return;
    this.#reportedAt = this.#isComplete ? Infinity : now;
    const summary = this.#run.summary();
    const isHeld = this.#isHeld && !this.#isComplete;
    const isAtRest = isHeld || this.#isComplete;
    const progress: Progress = {
      summary: isHeld ? { ...summary, status: 'cancelled' } : summary,
      isComplete: this.#isComplete,
      isHeld,
      eventsPerSecond: isAtRest ? 0 : this.#pace.report(summary.eventsPublished, now),
    };
    this.#around.post({ id: 0, progress });
  }

  #refuse(id: number, error: string): void {
    this.#around.post({ id, ok: false, error });
  }
}

function ask(run: RunQuestions, request: Request): unknown {
  switch (request.ask) {
    case 'load':
      return run.load(...request.with);
    case 'frame':
      return run.frame(...request.with);
    case 'window':
      return run.window(...request.with);
    case 'reel':
      return run.reel(...request.with);
    case 'entries':
      return run.entries(...request.with);
    case 'pending':
      return run.pending(...request.with);
    case 'automaton':
      return run.automaton(...request.with);
    case 'why':
      return run.why(...request.with);
    case 'follow':
      return run.follow(...request.with);
    case 'lanes':
      return run.lanes(...request.with);
    case 'series':
      return run.series(...request.with);
    case 'spread':
      return run.spread(...request.with);
    case 'totals':
      return run.totals(...request.with);
    case 'eventsOf':
      return run.eventsOf(...request.with);
    case 'find':
      return run.find(...request.with);
    case 'findStop':
      return run.findStop(...request.with);
    case 'entriesAt':
      return run.entriesAt(...request.with);
    case 'effects':
      return run.effects(...request.with);
    case 'difference':
      return run.difference(...request.with);
    case 'report':
      return run.report(...request.with);
    case 'protocols':
      return run.protocols(...request.with);
    case 'deeds':
      return run.deeds(...request.with);
    case 'keys':
      return run.keys(...request.with);
    case 'hashAt':
      return run.hashAt(...request.with);
    case 'overview':
      return run.overview(...request.with);
    case 'summary':
      return run.summary();
    case 'hold':
      // Dealt with when it came.
      return null;
  }
}

/** Of each question about a place: which of its values is the place. */
const placeAmong: Partial<Readonly<Record<Request['ask'], 0 | 1 | 2>>> = {
  frame: 0,
  window: 0,
  reel: 0,
  pending: 0,
  hashAt: 0,
  totals: 0,
  automaton: 1,
  why: 1,
  protocols: 1,
  spread: 1,
  keys: 2,
};

/** The same question about another place. */
function withPlace(request: Request, place: Place): Request {
  const values = request.with.map((value, index) => (index === placeAmong[request.ask] ? place : value));
  // Only the place was put in the place of another one.
  return { ...request, with: values } as unknown as Request;
}

/** The place that must be computed before the question can be answered, or null when there is none. */
function placeOf(request: Request): Place | null {
  const index = placeAmong[request.ask];
  return index === undefined ? null : ((request.with[index] as Place | undefined) ?? null); // See the table.
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
