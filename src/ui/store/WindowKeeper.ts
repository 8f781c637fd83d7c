import type { Frame, RunSummary, TraceWindow } from '#engine/runtime/Trace';
import type { Place } from '#engine/runtime/Trace';
import { endOfRun, knowsEnd } from './endOfRun';
import { densityOf, foldWindow, joinWindows, lastStepOf, stepAt, timeOf, trimWindow } from './foldWindow';
import type { AskRun, RunData, RunHost } from './runData';

/** Entries asked for at a time: their copying must not be felt. */
const chunk = 400;
const keepBehind = 3000;
const wantBehind = 200;
/** What the lanes show of the past, in virtual microseconds at the speed of real time. */
const seenBehindUs = 2e6;
const wantAheadAtMost = 4000;

/**
 * Keeps the window around the playhead: goes to places, with the worker only when the window does not know
 * them, and fetches what will soon be played. It asks one question of a sort at a time.
 */
export class WindowKeeper {
  /** The place that was asked for last and is not reached yet. */
  seeking: Place | null = null;
  /** Told after every change of the window or jump of the playhead. */
  onChange: () => void = () => undefined;

  readonly #host: RunHost;
  readonly #ask: AskRun;
  #isSeeking = false;
  #isExtending = false;
  /** How the run stood when there was nothing more to fetch: nothing is asked before it stands otherwise. */
  #exhausted: RunSummary | null | undefined;

  constructor(host: RunHost, ask: AskRun) {
    this.#host = host;
    this.#ask = ask;
  }

  /** Goes to a place. Of many calls in a row, the worker is asked for the latest only. */
  seek(place: Place): void {
    const step = localStep(this.#host.get(), place);
    if (step !== null) {
      this.seeking = null;
      this.#showLocal(step, place);
      return;
    }
    this.seeking = place;
    if (!this.#isSeeking) void this.#seekOn();
  }

  /** Fetches more around the playhead, if more is wanted and there is more. */
  extend(): void {
    const wanted = this.#wanted();
    if (wanted === null || this.#isExtending || this.seeking !== null) return;
    this.#isExtending = true;
    void this.#extendOn(wanted);
  }

  async #seekOn(): Promise<void> {
    this.#isSeeking = true;
    while (this.seeking !== null) {
      const place = this.seeking;
      const { generation } = this.#host.get();
      try {
        const frame = await this.#ask('frame', place);
        // A newer place may be wanted by now; until it is known, this one is the best picture of it.
        // One that was reached without the worker meanwhile leaves nothing to be shown.
        if (generation === this.#host.get().generation && this.#isWanted()) this.#showFrame(frame, place);
        if (this.seeking === place) this.seeking = null;
      } catch (error) {
        if (this.seeking === place) this.seeking = null;
        if (generation === this.#host.get().generation) this.#complain(error);
      }
    }
    this.#isSeeking = false;
    this.onChange();
  }

  #isWanted(): boolean {
    return this.seeking !== null;
  }

  async #extendOn(wanted: { readonly step: number; readonly count: number }): Promise<void> {
    const { generation, summary } = this.#host.get();
    try {
      const more = await this.#ask('window', { step: wanted.step }, wanted.count);
      const { window, playhead, generation: now } = this.#host.get();
      if (generation !== now || window === null) return;
      const joined = joinWindows(window, more);
      // What comes when the playhead has leapt away is of no use, but says nothing of how much there is.
      if (more.entries.length === 0) this.#exhausted = summary;
      else if (joined !== window)
        this.#host.set({ window: trimWindow(joined, playhead.step, keepBehind, 2 * wantAheadAtMost) });
    } catch (error) {
      if (generation === this.#host.get().generation) this.#complain(error);
    } finally {
      this.#isExtending = false;
      this.onChange();
    }
  }

  #wanted(): { readonly step: number; readonly count: number } | null {
    const data = this.#host.get();
    const { window, playhead, summary } = data;
    if (window === null || data.error !== null || summary === this.#exhausted) return null;
    const last = lastStepOf(window);
    const isMoreComputed = summary === null || summary.steps > last;
    if (isMoreComputed && !knowsEnd(data) && last - playhead.step < wantAhead(data)) {
      return { step: last, count: chunk };
    }
    if (window.start.step > 0 && wantsBehind(data, window)) {
      const step = Math.max(0, window.start.step - chunk);
      return { step, count: window.start.step - step };
    }
    return null;
  }

  #showLocal(step: number, place: Place): void {
    const { window, frame } = this.#host.get();
    if (window === null) return;
    const timeUs = 'timeUs' in place ? place.timeUs : timeOf(window, step);
    this.#host.set({
      playhead: { timeUs: this.#boundedTime(timeUs), step },
      frame: foldWindow(window, step, frame ?? undefined),
      settle: 1,
      glide: null,
    });
    this.onChange();
  }

  #showFrame(frame: Frame, place: Place): void {
    const timeUs = 'timeUs' in place ? Math.max(place.timeUs, frame.timeUs) : frame.timeUs;
    this.#host.set({
      playhead: { timeUs: this.#boundedTime(timeUs), step: frame.step },
      frame,
      window: { start: frame, entries: [] },
      settle: 1,
      glide: null,
    });
    this.onChange();
  }

  #boundedTime(timeUs: number): number {
    const data = this.#host.get();
    const knownUs = data.isHeld ? (data.summary?.timeUs ?? 0) : Infinity;
    return Math.min(timeUs, endOfRun(data)?.timeUs ?? knownUs);
  }

  #complain(error: unknown): void {
    this.#host.set({ error: error instanceof Error ? error.message : String(error), isPlaying: false });
  }
}

/** The step of a place that the window knows, or null. */
function localStep(data: RunData, place: Place): number | null {
  const { window } = data;
  if (window === null) return null;
  const last = lastStepOf(window);
  if ('step' in place) {
    const step = knowsEnd(data) ? Math.min(place.step, last) : place.step;
    return step >= window.start.step && step <= last ? step : null;
  }
  const isAfterStart =
    place.timeUs >= window.start.timeUs && (window.start.step === 0 || place.timeUs > window.start.timeUs);
  const isBeforeEnd = place.timeUs < timeOf(window, last) || knowsEnd(data);
  return isAfterStart && isBeforeEnd ? stepAt(window, place.timeUs) : null;
}

/** Enough for stepping back, and for the lanes as long as that is not too much to keep. */
function wantsBehind({ playhead, speed }: RunData, { start }: TraceWindow): boolean {
  const steps = playhead.step - start.step;
  const seenUs = Number.isFinite(speed) ? seenBehindUs * speed : 0;
  return steps < wantBehind || (steps < keepBehind - chunk && playhead.timeUs - start.timeUs < seenUs);
}

/** Enough for a second of playing, as dense as the window is. */
function wantAhead({ window, speed }: RunData): number {
  if (window === null || !Number.isFinite(speed)) return chunk;
  const perSecond = densityOf(window) ?? 0;
  return Math.min(Math.max(chunk, Math.ceil(perSecond * speed)), wantAheadAtMost);
}
