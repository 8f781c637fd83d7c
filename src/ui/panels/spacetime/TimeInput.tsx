import { useContext, useRef, type KeyboardEvent } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import type { RunData } from '#ui/store/runData';
import { useRun } from '#ui/store/runStore';
import { useCalmRun } from '#ui/store/useCalmRun';
import { useCalmStep } from '#ui/store/useCalmStep';
import { openMomentMenu } from '../contextMenu/openMomentMenu';
import { runSpan } from './runSpan';
import styles from './timeline.module.css';

interface Props {
  readonly fromUs: number;
  readonly toUs: number;
  /** Whether keys come here; a second one over the same playhead is for pointers only. */
  readonly isMain: boolean;
}

/** An unseen slider over a picture of virtual time: dragging on the picture moves the playhead. */
export function TimeInput({ fromUs, toUs, isMain }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const spanUs = useRun(runSpan);
  const step = useCalmStep();
  const timeMs = useCalmRun(timeMsOf);
  const wasPlaying = useRef(false);

  function letGo() {
    if (wasPlaying.current) useRun.getState().play();
    wasPlaying.current = false;
  }

  return (
    <input
      type="range"
      className={styles['input']}
      min={fromUs / 1000}
      max={toUs / 1000}
      step="any"
      value={timeMs}
      tabIndex={isMain ? 0 : -1}
      aria-label={t(isMain ? 'player.scrubber' : 'player.lanes')}
      aria-valuetext={t('player.scrubberSaid', {
        time: formatClock(timeMs * 1000, language),
        end: formatDuration(spanUs, language),
        step,
      })}
      // Dragging pauses, and goes on where it ends if it played before.
      onPointerDown={() => {
        wasPlaying.current = useRun.getState().isPlaying;
        useRun.getState().pause();
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
        openMomentMenu(event, { timeUs: Math.round(fromUs + share * (toUs - fromUs)) });
      }}
      onChange={(event) => seekTo(event.currentTarget.valueAsNumber * 1000)}
      onKeyDown={(event) => moveByKey(event, spanUs)}
    />
  );
}

const timeMsOf = ({ playhead }: RunData) => Math.floor(playhead.timeUs / 1000);

function seekTo(us: number) {
  const timeUs = Math.max(0, Math.round(us));
  // The flow at rest, before the first step, is no virtual time of its own.
  useRun.getState().seek(timeUs === 0 ? { step: 0 } : { timeUs });
}

/** Arrows go by steps, with Shift by a hundredth, the page keys by a tenth of the run. */
function moveByKey(event: KeyboardEvent, spanUs: number) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const run = useRun.getState();
  const by = (share: number) => () => seekTo(Math.min(run.playhead.timeUs + share * spanUs, spanUs));
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: event.shiftKey ? by(0.01) : run.stepForward,
    ArrowUp: event.shiftKey ? by(0.01) : run.stepForward,
    ArrowLeft: event.shiftKey ? by(-0.01) : run.stepBack,
    ArrowDown: event.shiftKey ? by(-0.01) : run.stepBack,
    PageUp: by(0.1),
    PageDown: by(-0.1),
    Home: run.reset,
    End: run.toEnd,
  };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (move === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}
