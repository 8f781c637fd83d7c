import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Frame } from '#engine/runtime/Trace';
import type { Place } from '#engine/runtime/Trace';
import type { Progress } from '#worker/protocol';
import { endOfRun } from './endOfRun';
import type { AskRun, Playhead, RunHost } from './runData';

/** Where the playhead shall stand in the new run: at the same virtual time, the same step, or elsewhere. */
export type Target = 'sameTime' | 'sameStep' | Place;

interface Wanted {
  readonly doc: FlowDoc;
  readonly target: Target;
  readonly onShown: () => void;
}

/**
 * Replaces the run when the document changed. The old run stays in view until the first picture of the new
 * one is there; while one is being loaded, of the documents that come only the latest is loaded next.
 */
export class RunLoader {
  /** Told when there is more of a run to see. */
  onShow: () => void = () => undefined;
  /** Told when a new run is in view, but by now another place in it is wanted. */
  onRetarget: (place: Place) => void = () => undefined;

  readonly #host: RunHost;
  readonly #ask: AskRun;
  #wanted: Wanted | null = null;
  #isLoading = false;
  #nextPlace: Place | null = null;
  #progress: Progress | null = null;
  #overviewSteps = 0;

  constructor(host: RunHost, ask: AskRun) {
    this.#host = host;
    this.#ask = ask;
  }

  get isLoading(): boolean {
    return this.#isLoading || this.#wanted !== null;
  }

  /** Wants a document run; `begin` must follow, at once or with the next frame. */
  want(doc: FlowDoc, target: Target, onShown: () => void = () => undefined): void {
    // A place that was asked for stays wanted when the document changes once more.
    const isStaying = target === 'sameTime';
    const before = this.#wanted;
    this.#wanted = isStaying && before !== null ? { ...before, doc } : { doc, target, onShown };
  }

  /** Changes where the playhead shall stand in the run that is being loaded. */
  retarget(place: Place): void {
    if (this.#wanted === null) this.#nextPlace = place;
    else this.#wanted = { doc: this.#wanted.doc, target: place, onShown: () => undefined };
  }

  /** Loads what is wanted. Resolves when nothing is wanted any more. */
  async begin(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    while (this.#wanted !== null) {
      const wanted = this.#wanted;
      this.#wanted = null;
      await this.#load(wanted);
    }
    this.#isLoading = false;
    const place = this.#nextPlace;
    this.#nextPlace = null;
    if (place === null) this.onShow();
    else this.onRetarget(place);
  }

  /** Takes a report of the worker; one that comes while a run is being loaded may be about either run. */
  report(progress: Progress): void {
    if (this.#isLoading) this.#progress = progress;
    else this.#show(progress);
  }

  async #load({ doc, target, onShown }: Wanted): Promise<void> {
    try {
      const { playhead } = this.#host.get();
      // Sent together: nothing can be asked of the new run before the place in it is.
      const loaded = this.#ask('load', doc).then((first) => {
        this.#progress = null;
        return first;
      });
      const asked = this.#ask('frame', placeOf(target, playhead));
      const [, frame] = await Promise.all([loaded, asked]);
      this.#swap(doc, frame, playheadIn(frame, target, this.#host.get()));
      onShown();
    } catch (error) {
      this.#host.set({ error: textOf(error), isPlaying: false });
    }
  }

  #swap(doc: FlowDoc, frame: Frame, playhead: Playhead): void {
    this.#overviewSteps = 0;
    this.#host.set({
      doc,
      frame,
      playhead,
      window: { start: frame, entries: [] },
      hops: [],
      summary: this.#progress?.summary ?? null,
      isComplete: false,
      isHeld: false,
      eventsPerSecond: 0,
      overview: null,
      error: null,
      settle: 1,
      glide: null,
      generation: this.#host.get().generation + 1,
    });
    if (this.#progress !== null) this.#show(this.#progress);
    this.#progress = null;
  }

  #show({ summary, isComplete, isHeld, eventsPerSecond }: Progress): void {
    this.#host.set({ summary, isComplete, isHeld, eventsPerSecond });
    const data = this.#host.get();
    const end = endOfRun(data);
    if (end !== null && data.playhead.timeUs > end.timeUs && data.playhead.step <= end.step) {
      this.#host.set({ playhead: { ...data.playhead, timeUs: end.timeUs } });
    }
    this.onShow();
    if (isComplete && summary.status === 'running') void this.#askWhyItStopped(summary.steps + 1);
    if (isComplete || summary.steps >= this.#overviewSteps * 1.3 + 50) void this.#lookOver(summary.steps);
  }

  /** A run that is complete but not over met a bug: asking for its next step brings the reason. */
  async #askWhyItStopped(step: number): Promise<void> {
    const { generation } = this.#host.get();
    try {
      await this.#ask('frame', { step });
    } catch (error) {
      if (generation === this.#host.get().generation) this.#host.set({ error: textOf(error) });
    }
  }

  async #lookOver(steps: number): Promise<void> {
    this.#overviewSteps = steps;
    const { generation } = this.#host.get();
    try {
      const overview = await this.#ask('overview', overviewBuckets);
      if (generation === this.#host.get().generation) this.#host.set({ overview });
    } catch {
      // Overtaken by a new document, which brings its own overview.
    }
  }
}

const overviewBuckets = 240;

function placeOf(target: Target, playhead: Playhead): Place {
  if (typeof target !== 'string') return target;
  // At rest, before the first step, is a place of its own that no virtual time names.
  const isAtRest = playhead.step === 0 && playhead.timeUs === 0;
  return target === 'sameStep' || isAtRest ? { step: playhead.step } : { timeUs: playhead.timeUs };
}

function playheadIn(
  frame: Frame,
  target: Target,
  now: { readonly playhead: Playhead; readonly isPlaying: boolean },
): Playhead {
  const { step } = frame;
  // Time is not turned back by loading: a run that plays goes on from where the old one is by now.
  if (typeof target === 'string') return { step, timeUs: Math.max(frame.timeUs, now.playhead.timeUs) };
  return { step, timeUs: 'timeUs' in target ? Math.max(target.timeUs, frame.timeUs) : frame.timeUs };
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
