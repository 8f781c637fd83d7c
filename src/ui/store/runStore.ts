import { create } from 'zustand';
import type { InterventionAction } from '#engine/model/FlowDoc';
import type { Place } from '#engine/runtime/Trace';
import { useDocument } from './documentStore';
import { intervene, setSeed } from './interventions';
import type { Player } from './Player';
import { atRest, type AskRun, type RunData } from './runData';
import { isDelivery } from './isDelivery';
import { notchOf, speedAt } from './speeds';

export interface RunState extends RunData {
  /** Plays on; at the end of the run from its beginning. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly toggle: () => void;
  /** Pauses, and goes on by one step. */
  readonly stepForward: () => void;
  /** Pauses, and goes on to the next step in which something arrives, or befalls a node; or back to the last one. */
  readonly stepOver: () => void;
  readonly stepOverBack: () => void;
  readonly stepBack: () => void;
  /** Pauses, with the flow at rest. */
  readonly reset: () => void;
  /** Pauses, at the end of the run: of what is computed so far, and then of what is computed on. */
  readonly toEnd: () => void;
  /** Goes to a place; of many calls in a row the latest wins. */
  readonly seek: (place: Place) => void;
  /** Stops computing what is not known yet; what is known stays. */
  readonly cancelComputing: () => void;
  readonly computeOn: () => void;
  readonly setSpeed: (speed: number) => void;
  /** So many notches of the speed slider up or down. */
  readonly changeSpeed: (notches: number) => void;
  /** Records what a person does at the playhead as part of the document, which runs again to the same place. */
  readonly intervene: (action: InterventionAction) => void;
  readonly setSeed: (seed: number) => void;
  readonly ask: AskRun;
}

/** The player behind the store, as long as `startRun` keeps one. */
let player: Player | null = null;

/** Puts a player behind the store, and takes it away: for `startRun` only. */
export function connectPlayer(next: Player | null, ask: AskRun = askNobody): void {
  player = next;
  useRun.setState({ ask });
}

/** The run of the document on the canvas, and where in it the playhead stands. */
export const useRun = create<RunState>((set, get) => ({
  doc: useDocument.getState().doc,
  ...atRest,
  ask: askNobody,

  play() {
    set({ isPlaying: true });
    player?.play();
  },
  pause: () => set({ isPlaying: false }),
  toggle() {
    if (get().isPlaying) get().pause();
    else get().play();
  },
  stepForward() {
    set({ isPlaying: false });
    player?.stepForward();
  },
  stepOver() {
    set({ isPlaying: false });
    player?.stepForward(isDelivery);
  },
  stepOverBack() {
    set({ isPlaying: false });
    const { window, playhead } = get();
    const seen = window?.entries.slice(0, Math.max(0, playhead.step - window.start.step - 1)) ?? [];
    const last = seen.findLast(isDelivery);
    if (last !== undefined || window === null || window.start.step === 0)
      player?.seek({ step: last?.step ?? 0 });
    else void stepOverFar();
  },
  stepBack() {
    set({ isPlaying: false });
    player?.stepBack();
  },
  reset() {
    set({ isPlaying: false });
    player?.seek({ step: 0 });
  },
  toEnd() {
    set({ isPlaying: false });
    player?.toEnd();
  },
  seek: (place) => player?.seek(place),
  cancelComputing: () => player?.hold(true),
  computeOn: () => player?.hold(false),
  setSpeed(speed) {
    set({ speed });
    if (get().isPlaying) player?.play();
  },
  changeSpeed: (notches) => get().setSpeed(speedAt(notchOf(get().speed) + notches)),
  intervene: (action) => intervene(action, get().playhead, player),
  setSeed,
}));

/** Beyond what is at hand, the engine looks. */
async function stepOverFar(): Promise<void> {
  const { runToStop } = await import('./runToStop');
  const found = await runToStop([{ id: 'arrival', rule: { on: 'arrival' }, nth: 1 }], 'previous');
  if (found === 'none') player?.seek({ step: 0 });
}

function askNobody(): Promise<never> {
  return Promise.reject(new Error('The run is not started.'));
}
