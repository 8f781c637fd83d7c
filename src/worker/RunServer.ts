import type { Place } from '#engine/runtime/Trace';
import type { Progress, Request, Response, RunQuestions } from './protocol';

/** A run that can be asked, and made to compute on by itself. */
export interface Computation extends RunQuestions {
  /** Computes up to so many further steps; false when the run is complete. */
  advance(budgetSteps: number): boolean;
}

/** What the server needs of the thread it lives in. */
export interface Surroundings {
  post(response: Response): void;
  /** Calls back soon, after messages that have already arrived. */
  later(work: () => void): void;
  /** Milliseconds from any fixed moment. */
  now(): number;
}

const sliceMs = 10;
const progressEveryMs = 100;
/** Small enough that one portion never fills a slice many times over. */
const portionSteps = 200;

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
  /** The bug that stopped the run, or null. */
  #failure: string | null = null;
  #reportedAt = -Infinity;

  constructor(run: Computation, around: Surroundings) {
    this.#run = run;
    this.#around = around;
  }

  /** Takes a request. Questions that wait when a new document comes are refused: they meant the old run. */
  receive(request: Request): void {
    if (request.ask === 'load') {
      for (const { id } of this.#waiting.splice(0)) this.#refuse(id, 'superseded');
    }
    this.#waiting.push(request);
    this.#work();
  }

  #work(): void {
    const until = this.#around.now() + sliceMs;
    do this.#answerWhatIsKnown();
    while (this.#computeOn() && this.#around.now() < until);
    this.#answerWhatIsKnown();
    this.#report();
    if (!this.#isComplete && !this.#isScheduled) {
      this.#isScheduled = true;
      this.#around.later(() => {
        this.#isScheduled = false;
        this.#work();
      });
    }
  }

  #computeOn(): boolean {
    if (this.#isComplete) return false;
    try {
      this.#isComplete = !this.#run.advance(portionSteps);
    } catch (error) {
      // A bug stops the run where it is; whoever asks for what would come after hears about it.
      this.#isComplete = true;
      this.#failure = textOf(error);
    }
    return !this.#isComplete;
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
    return this.#isComplete || request.ask === 'load' || this.#isComputed(placeOf(request));
  }

  #isComputed(place: Place | null): boolean {
    if (place === null) return true;
    const { steps, timeUs } = this.#run.summary();
    return 'step' in place ? place.step <= steps : place.timeUs < timeUs;
  }

  #answer(request: Request): void {
    try {
      if (request.ask !== 'load' && !this.#isLoaded) throw new Error('No document is loaded.');
      if (request.ask !== 'load' && this.#failure !== null && !this.#isComputed(placeOf(request))) {
        throw new Error(this.#failure);
      }
      const value = ask(this.#run, request);
      if (request.ask === 'load') {
        this.#isLoaded = true;
        this.#failure = null;
        this.#isComplete = false;
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

  #report(): void {
    if (!this.#isLoaded) return;
    const now = this.#around.now();
    const isDue = this.#isComplete ? this.#reportedAt < Infinity : now - this.#reportedAt >= progressEveryMs;
    if (!isDue) return;
    this.#reportedAt = this.#isComplete ? Infinity : now;
    const progress: Progress = { summary: this.#run.summary(), isComplete: this.#isComplete };
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
    case 'entries':
      return run.entries(...request.with);
    case 'pending':
      return run.pending(...request.with);
    case 'automaton':
      return run.automaton(...request.with);
    case 'hashAt':
      return run.hashAt(...request.with);
    case 'overview':
      return run.overview(...request.with);
    case 'summary':
      return run.summary();
  }
}

/** The place that must be computed before the question can be answered, or null when there is none. */
function placeOf(request: Request): Place | null {
  switch (request.ask) {
    case 'frame':
    case 'window':
    case 'pending':
    case 'hashAt':
      return request.with[0];
    case 'automaton':
      return request.with[1];
    case 'load':
    case 'entries':
    case 'overview':
    case 'summary':
      return null;
  }
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
