import type { RunData } from './runData';
import { useRun } from './runStore';

/**
 * The run as it was shown last, for all who read it together, so that they agree. At rest that is the run at once; while
 * it plays the run is shown again after `pauseMs`, which is asked anew each time and told both runs.
 */
export class RunReader {
  readonly #pauseMs: (shown: RunData, before: RunData, passedMs: number) => number;
  readonly #readers = new Set<() => void>();
  #shown: RunData = useRun.getState();
  #shownAtMs = 0;
  #pause = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void = () => undefined;

  constructor(pauseMs: (shown: RunData, before: RunData, passedMs: number) => number) {
    this.#pauseMs = pauseMs;
  }

  get shown(): RunData {
    // As long as nobody listens, nothing is kept up to date.
    if (this.#readers.size === 0) this.#shown = useRun.getState();
    return this.#shown;
  }

  /** Calls back whenever the run is shown again, until what is returned is called. */
  readonly subscribe = (reader: () => void): (() => void) => {
    this.#readers.add(reader);
    if (this.#readers.size === 1) this.#start();
    return () => {
      this.#readers.delete(reader);
      if (this.#readers.size > 0) return;
      this.#stop();
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  };

  #start(): void {
    this.#show();
    this.#stop = useRun.subscribe((now) => {
      const leftMs = this.#shownAtMs + this.#pause - performance.now();
      if (!now.isPlaying || leftMs <= 0) this.#show();
      else this.#timer ??= setTimeout(() => this.#show(), leftMs);
    });
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [before, nowMs] = [this.#shown, performance.now()];
    this.#shown = useRun.getState();
    this.#pause = this.#pauseMs(this.#shown, before, nowMs - this.#shownAtMs);
    this.#shownAtMs = nowMs;
    for (const reader of this.#readers) reader();
  }
}
