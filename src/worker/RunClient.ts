import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Progress, Questions, Request, Response } from './protocol';
import type { RunListener, RunPort } from './RunPort';

type Question = keyof Questions;
type Answer<K extends Question> = ReturnType<Questions[K]>;

interface OpenQuestion {
  readonly request: Request;
  answer(value: unknown): void;
  refuse(reason: Error): void;
}

/** How often the client listens for the worker, and for how many silent listens it waits. */
const listenEveryMs = 500;
const patienceListens = 6;
const startsAtMost = 4;

/**
 * Asks a worker, typed. The worker may die, or be killed, at any time: the client hears the silence, starts
 * another one, loads the document again and repeats the open questions. A run is a function of its document,
 * so nothing is lost but time.
 */
export class RunClient {
  /** Told whenever the worker reports how far it has computed. */
  onProgress: (progress: Progress) => void = () => undefined;

  readonly #createPort: (listener: RunListener) => RunPort;
  readonly #open = new Map<number, OpenQuestion>();
  #port: RunPort | null = null;
  #lastId = 0;
  #doc: FlowDoc | null = null;
  #isComputing = false;
  #silentListens = 0;
  #startsWithoutAnswer = 0;
  #listening: ReturnType<typeof setInterval> | null = null;

  constructor(createPort: (listener: RunListener) => RunPort) {
    this.#createPort = createPort;
  }

  /** Resolves with the answer. Rejects when the run refuses the question, or after the last restart. */
  ask<K extends Question>(ask: K, ...values: Parameters<Questions[K]>): Promise<Answer<K>> {
    this.#lastId += 1;
    // The pair of question and parameters is right by the signature; the compiler does not join them to a union.
    const request = { id: this.#lastId, ask, with: values } as unknown as Request;
    return new Promise((answer, refuse) => {
      // The value is what the worker's `Questions` answered to this very question.
      this.#open.set(request.id, { request, answer: (value) => answer(value as Answer<K>), refuse });
      if (request.ask === 'load') {
        this.#doc = request.with[0];
        this.#isComputing = true;
      }
      if (this.#port === null) this.#start();
      else this.#port.send(request);
      this.#listen();
    });
  }

  /** Ends the worker as a crash would: without a word to this client. */
  killForTest(): void {
    this.#port?.end();
  }

  /** Ends the worker. Open questions are refused. */
  stop(): void {
    this.#end();
    this.#doc = null;
    this.#refuseAll('The run was stopped.');
  }

  #start(): void {
    this.#startsWithoutAnswer += 1;
    this.#silentListens = 0;
    const port = this.#createPort({
      respond: (response) => {
        if (this.#port === port) this.#receive(response);
      },
      fail: (reason) => {
        if (this.#port === port) this.#restart(reason);
      },
    });
    this.#port = port;
    const open = [...this.#open.values()].map(({ request }) => request);
    if (this.#doc !== null && !open.some(({ ask }) => ask === 'load')) {
      port.send({ id: -1, ask: 'load', with: [this.#doc] });
      this.#isComputing = true;
    }
    for (const request of open) port.send(request);
  }

  #receive(response: Response): void {
    this.#silentListens = 0;
    this.#startsWithoutAnswer = 0;
    if ('progress' in response) {
      this.#isComputing = !response.progress.isComplete && !response.progress.isHeld;
      this.onProgress(response.progress);
    } else {
      const open = this.#open.get(response.id);
      this.#open.delete(response.id);
      if (response.ok) open?.answer(response.value);
      else open?.refuse(new Error(response.error));
      if (!response.ok && (response.id === -1 || open?.request.ask === 'load')) this.#isComputing = false;
    }
    this.#listen();
  }

  #restart(reason: string): void {
    this.#end();
    if (this.#startsWithoutAnswer >= startsAtMost) {
      this.#isComputing = false;
      this.#startsWithoutAnswer = 0;
      this.#refuseAll(reason);
      return;
    }
    this.#start();
    this.#listen();
  }

  /** Listens while there is something to hear: an open question, or progress of a run not yet complete. */
  #listen(): void {
    const expects = this.#open.size > 0 || this.#isComputing;
    if (expects && this.#listening === null) {
      this.#listening = setInterval(() => this.#hearSilence(), listenEveryMs);
    } else if (!expects && this.#listening !== null) {
      clearInterval(this.#listening);
      this.#listening = null;
    }
  }

  /** Counts listens, not clock time: a page that slept must not blame its worker for it. */
  #hearSilence(): void {
    this.#silentListens += 1;
    // Twice the patience after each start in vain: perhaps the machine is only slow.
    const patience = patienceListens * 2 ** Math.max(0, this.#startsWithoutAnswer - 1);
    if (this.#silentListens > patience) this.#restart('The worker does not answer.');
  }

  #end(): void {
    this.#port?.end();
    this.#port = null;
    if (this.#listening !== null) clearInterval(this.#listening);
    this.#listening = null;
  }

  #refuseAll(reason: string): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const question of open) question.refuse(new Error(reason));
  }
}
