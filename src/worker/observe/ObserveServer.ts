import { inferAutomaton } from '#engine/analysis/observed/inferAutomaton';
import type { ObserveRequest, ObserveResponse } from './observeProtocol';
import { RunWatch } from './RunWatch';

/** What the server needs of the thread it lives in. */
export interface ObserveSurroundings {
  post(response: ObserveResponse): void;
  /** Calls back soon, after messages that have already arrived. */
  later(work: () => void): void;
  /** Milliseconds from any fixed moment. */
  now(): number;
}

const sliceMs = 20;
const portionSteps = 500;
/** A report copies all that was gathered: the longer that took, the longer the next one waits. */
const reportEveryMs = 400;

interface Watched {
  readonly watch: RunWatch;
  reportedAt: number;
  isTold: boolean;
}

/** Gathers what is watched in short slices, tells now and then how far it is, and infers automata on request. */
export class ObserveServer {
  readonly #around: ObserveSurroundings;
  readonly #watched = new Map<number, Watched>();
  #isScheduled = false;

  constructor(around: ObserveSurroundings) {
    this.#around = around;
  }

  receive(request: ObserveRequest): void {
    try {
      this.#take(request);
    } catch (error) {
      this.#fail(request.id, error);
    }
    this.#schedule();
  }

  #take(request: ObserveRequest): void {
    const known = this.#watched.get(request.id);
    switch (request.ask) {
      case 'watch': {
        const watch = new RunWatch(request.source, request.reach);
        this.#watched.set(request.id, { watch, reportedAt: this.#around.now(), isTold: false });
        return;
      }
      case 'reach':
        if (known === undefined || known.watch.reach >= request.reach) return;
        known.watch.reach = request.reach;
        known.isTold = false;
        return;
      case 'end':
        this.#watched.delete(request.id);
        return;
      case 'infer': {
        const value = inferAutomaton(request.observed, request.k);
        this.#around.post({ id: request.id, tells: 'inference', value });
      }
    }
  }

  #schedule(): void {
    const isAtRest = [...this.#watched.values()].every(({ isTold }) => isTold);
    if (this.#isScheduled || isAtRest) return;
    this.#isScheduled = true;
    this.#around.later(() => {
      this.#isScheduled = false;
      for (const [id, watched] of this.#watched) {
        try {
          this.#work(id, watched);
        } catch (error) {
          // A bug stops the watch where it is, as it stops the run.
          this.#fail(id, error);
        }
      }
      this.#schedule();
    });
  }

  #work(id: number, watched: Watched): void {
    if (watched.isTold) return;
    const { watch } = watched;
    const endMs = this.#around.now() + sliceMs;
    let isGoing: boolean;
    do isGoing = watch.advance(portionSteps);
    while (isGoing && this.#around.now() < endMs);
    const startMs = this.#around.now();
    if (isGoing && startMs - watched.reportedAt < reportEveryMs) return;
    this.#around.post({ id, tells: 'observation', value: watch.report() });
    watched.isTold = !isGoing;
    watched.reportedAt = this.#around.now() + 5 * (this.#around.now() - startMs);
  }

  #fail(id: number, error: unknown): void {
    this.#watched.delete(id);
    this.#around.post({
      id,
      tells: 'failure',
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
