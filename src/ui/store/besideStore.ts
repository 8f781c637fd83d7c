import { create } from 'zustand';
import { useCompare } from './compareStore';
import { atRest, type AskRun, type RunData, type RunHost } from './runData';
import { useRun } from './runStore';
import { WindowKeeper } from './WindowKeeper';

interface Beside extends RunData {
  /** Up to this step both runs are the same, as far as is found out. */
  readonly sameUntil: number;
  readonly setSameUntil: (step: number) => void;
}

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
  const follow = () => {
    if (useBeside.getState().generation > 0) keeper.seek(placeBeside());
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
      const { isPlaying, speed, playhead } = now;
      if (isPlaying !== before.isPlaying || speed !== before.speed) useBeside.setState({ isPlaying, speed });
      if (playhead !== before.playhead) follow();
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
    useBeside.setState(nothing);
  };
}

/** Several steps may share one time: as long as both runs are the same, the step says more. */
function placeBeside() {
  const { step, timeUs } = useRun.getState().playhead;
  const isSame = step <= useBeside.getState().sameUntil;
  return isSame && !useRun.getState().isPlaying ? { step } : { timeUs };
}
