import type { Inference } from '#engine/analysis/observed/inferAutomaton';
import type { Observed } from '#engine/analysis/observed/Observed';
import type { Bounded } from '#engine/automata/Bounded';
import type { ObserveRequest, ObserveResponse, RunObservation, RunSource } from './observeProtocol';

/** The page's end of the worker: what the client needs of it, so that tests can stand in for one. */
export interface ObservePort {
  send(request: ObserveRequest): void;
  /** Ends the worker at once. */
  end(): void;
}

/** Who hears what the worker says; `fail` when it cannot go on. */
export interface ObserveListener {
  respond(response: ObserveResponse): void;
  fail(reason: string): void;
}

/** Who is told of a run that is watched. */
export interface WatchListener {
  observe(observation: RunObservation): void;
  fail(reason: string): void;
}

/** A run that is being watched. */
export interface OpenWatch {
  /** The run is known up to so many steps. */
  extend(reach: number): void;
  end(): void;
}

/**
 * Has runs watched and automata inferred in a worker of its own, which is started by the first question and ended when
 * nothing is asked any more.
 */
export class ObserveClient {
  readonly #createPort: (listener: ObserveListener) => ObservePort;
  readonly #listeners = new Map<number, (response: ObserveResponse) => void>();
  #port: ObservePort | null = null;
  #lastId = 0;

  constructor(createPort: (listener: ObserveListener) => ObservePort) {
    this.#createPort = createPort;
  }

  /** Tells of a run, again and again as it is gathered, until the watch is ended. */
  watch(source: RunSource, reach: number, listener: WatchListener): OpenWatch {
    const id = this.#open((response) => {
      if (response.tells === 'observation') listener.observe(response.value);
      else if (response.tells === 'failure') listener.fail(response.error);
    });
    this.#port?.send({ ask: 'watch', id, source, reach });
    return {
      extend: (further) => this.#port?.send({ ask: 'reach', id, reach: further }),
      end: () => {
        this.#port?.send({ ask: 'end', id });
        this.#close(id);
      },
    };
  }

  /** Rejects when the worker cannot do it. */
  infer(observed: Observed, k: number): Promise<Bounded<Inference>> {
    return new Promise((answer, refuse) => {
      const id = this.#open((response) => {
        this.#close(id);
        if (response.tells === 'inference') answer(response.value);
        else if (response.tells === 'failure') refuse(new Error(response.error));
      });
      this.#port?.send({ ask: 'infer', id, observed, k });
    });
  }

  #open(listener: (response: ObserveResponse) => void): number {
    this.#port ??= this.#createPort({
      respond: (response) => this.#listeners.get(response.id)?.(response),
      fail: (error) => {
        this.#port?.end();
        this.#port = null;
        const listeners = [...this.#listeners];
        this.#listeners.clear();
        for (const [id, tell] of listeners) tell({ id, tells: 'failure', error });
      },
    });
    this.#lastId += 1;
    this.#listeners.set(this.#lastId, listener);
    return this.#lastId;
  }

  #close(id: number): void {
    this.#listeners.delete(id);
    if (this.#listeners.size > 0) return;
    this.#port?.end();
    this.#port = null;
  }
}
