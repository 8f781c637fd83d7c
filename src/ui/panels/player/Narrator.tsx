import { useEffect, useState } from 'react';
import type { PlayableEntry } from '#engine/runtime/Trace';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { isAtEnd } from '#ui/store/endOfRun';
import { entryOf } from '#ui/store/foldWindow';
import type { Playhead } from '#ui/store/runData';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { sentenceOf } from '../log/sentenceOf';
import { isSlowEnough } from './isSlowEnough';
import { useStatusText } from './RunStatus';
import styles from './statusBar.module.css';

/** Long enough for a burst of steps to be told by its last. */
const settleMs = 180;

interface Moment {
  readonly playhead: Playhead;
  readonly entry: PlayableEntry | undefined;
  readonly isEnd: boolean;
}

/** Tells a screen reader each step while there is time to listen: when stepping, or playing slowly. */
export function Narrator() {
  const moment = useToldMoment();
  return (
    <output className={styles['unseen']} aria-live="polite" data-testid="narration">
      {moment !== null && <Told moment={moment} />}
    </output>
  );
}

function Told({ moment: { playhead, entry, isEnd } }: { readonly moment: Moment }) {
  const t = useText();
  const words = useFlowWords();
  const status = useStatusText();
  const { step } = playhead;
  // The step's own time, which the playhead may have passed, cut off as every clock of the page does.
  const time = (Math.floor((entry?.timeUs ?? playhead.timeUs) / 1000) / 1000).toFixed(3);
  if (step === 0) return t('player.saidAtStart');
  if (entry === undefined) return t('player.saidPaused', { step, time });
  const stateKey = `kinds.state.${entry.after.lifecycle}`;
  const state = hasText(stateKey) ? t(stateKey) : entry.after.lifecycle;
  const sentence =
    sentenceOf(entry, words, t) + t('player.saidState', { node: words.node(entry.node), state });
  const told = t('player.said', { step, time, sentence });
  return isEnd ? `${told}. ${t('player.saidAtEnd', { status })}` : told;
}

/** The last moment that there was time to tell of. */
function useToldMoment(): Moment | null {
  const [moment, setMoment] = useState<Moment | null>(null);
  useEffect(() => {
    let lastChangeMs = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useRun.subscribe((now, before) => {
      const didStop = before.isPlaying && !now.isPlaying;
      if (now.playhead.step === before.playhead.step && !didStop) return;
      const nowMs = performance.now();
      const isTold = didStop || isSlowEnough(now.isPlaying, nowMs - lastChangeMs);
      lastChangeMs = nowMs;
      clearTimeout(timer);
      if (isTold) timer = setTimeout(() => setMoment(momentNow()), settleMs);
      // What was told before the run went on too fast to be told is not true any more.
      else setMoment(null);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return moment;
}

function momentNow(): Moment {
  const state = useRun.getState();
  const entry = state.window === null ? undefined : entryOf(state.window, state.playhead.step);
  return { playhead: state.playhead, entry, isEnd: isAtEnd(state) };
}
