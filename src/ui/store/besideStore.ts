import { create } from 'zustand';
import type { Place } from '#engine/runtime/Trace';
import { useCompare } from './compareStore';
import { placeBeside, type BesidePlace } from './placeBeside';
import { atRest, type AskRun, type RunData, type RunHost } from './runData';
import { useRun } from './runStore';
import { WindowKeeper } from './WindowKeeper';

interface Beside extends RunData {
  /** Up to this step both runs are the same, as far as is found out. */
  readonly sameUntil: number;
  readonly setSameUntil: (step: number) => void;
}

type Step = NonNullable<BesidePlace['insteadAt']>;

const nothing: Omit<Beside, 'setSameUntil' | 'sameUntil'> = {
  doc: useCompare.getState().doc,
  ...atRest,
};

/** The run that is compared at the playhead of that of the document; generation 0 while there is none. */
export const useBeside = create<Beside>((set) => ({
  ...nothing,
  sameUntil: 0,
  setSameUntil: (sameUntil) => set({ sameUntil }),
}));

/** Keeps the compared run at the playhead, as long as somebody looks. Returns what ends it. */
export function startBeside(): () => void {
  const host: RunHost = { get: useBeside.getState, set: useBeside.setState };
  const ask: AskRun = (question, ...values) => useCompare.getState().ask(question, ...values);
  const keeper = new WindowKeeper(host, ask);
  keeper.onChange = () => {
    if (useBeside.getState().isPlaying) keeper.extend();
  };
  let turn = 0;
  const follow = () => {
    turn += 1;
    if (useBeside.getState().generation === 0) return;
    const { place, insteadAt } = placeBeside(useRun.getState(), useBeside.getState().sameUntil);
    if (insteadAt === null) keeper.seek(place);
    else void choose(turn, place, insteadAt);
  };
  /** Goes to the one place or the other; nowhere if there is somewhere else to go by then. */
  const choose = async (own: number, place: Place, { step, timeUs }: Step) => {
    // A run that is being replaced knows nothing: the next one is followed anew.
    const entries = await ask('entriesAt', [step]).catch(() => []);
    if (own === turn) keeper.seek(entries[0]?.timeUs === timeUs ? { step } : place);
  };
  const load = () => {
    const { doc, summary, isComplete, generation } = useCompare.getState();
    const isNew = generation !== useBeside.getState().generation;
    useBeside.setState({ ...(isNew ? nothing : {}), doc, summary, isComplete, generation });
    if (isNew) follow();
  };
  const forget = [
    useCompare.subscribe(load),
    useRun.subscribe((now, before) => {
      const { isPlaying, speed, playhead, window } = now;
      if (isPlaying !== before.isPlaying || speed !== before.speed) useBeside.setState({ isPlaying, speed });
      // What comes next decides where to stand in the midst of the steps of one time.
      if (playhead !== before.playhead || (!isPlaying && window !== before.window)) follow();
    }),
    useBeside.subscribe((now, before) => {
      if (now.sameUntil !== before.sameUntil) follow();
    }),
  ];
  const { isPlaying, speed } = useRun.getState();
  useBeside.setState({ isPlaying, speed });
  load();
  return () => {
    for (const stop of forget) stop();
    turn += 1;
    useBeside.setState(nothing);
  };
}
