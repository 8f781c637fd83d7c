import { useContext, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useDrawnRun } from '#ui/store/useDrawnRun';
import { useCalmStep } from '#ui/store/useCalmStep';
import { useView } from '#ui/store/viewStore';
import { SeedInput } from './SeedInput';
import { SpeedSlider } from './SpeedSlider';
import styles from './transport.module.css';

const run = () => useRun.getState();

/** The player: where the run stands, and what moves it. */
export function Transport() {
  return (
    <div className={styles['transport']}>
      <Buttons />
      <span className={styles['line']} />
      <Clock />
      <SpeedSlider />
      <span className={styles['line']} data-minor />
      <StepCount />
      <SeedInput />
    </div>
  );
}

/** One stop for Tab; the arrow keys go from button to button. */
function Buttons() {
  const t = useText();
  const isPlaying = useRun((state) => state.isPlaying);
  const group = useRef<HTMLDivElement>(null);

  function moveFocus(event: KeyboardEvent) {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }

  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={t('player.toolbar')}
      tabIndex={-1}
      className={styles['buttons']}
      onKeyDown={moveFocus}
    >
      <PlayerButton label={t('player.backToStart')} shortcut="" onClick={() => run().reset()}>
        <path d="M6 5v14M19 6l-9 6 9 6z" />
      </PlayerButton>
      <PlayerButton label={t('player.stepBack')} shortcut="," onClick={() => run().stepOverBack()}>
        <path d="M20 8A8.5 8.5 0 0 0 5 9M4 4v5h5" />
        <circle cx="12" cy="18" r="2.2" fill="currentColor" />
      </PlayerButton>
      <PlayerButton
        label={isPlaying ? t('player.pause') : t('player.play')}
        shortcut="Space"
        isMain
        onClick={() => run().toggle()}
      >
        {isPlaying ? (
          <path d="M7 5h3.6v14H7zM13.4 5H17v14h-3.6z" fill="currentColor" />
        ) : (
          <path d="M8 5v14l11-7z" fill="currentColor" />
        )}
      </PlayerButton>
      <PlayerButton label={t('player.step')} shortcut="." onClick={() => run().stepOver()}>
        <path d="M4 8a8.5 8.5 0 0 1 15 1m1-5v5h-5" />
        <circle cx="12" cy="18" r="2.2" fill="currentColor" />
      </PlayerButton>
      <PlayerButton label={t('player.toEnd')} shortcut="" onClick={() => run().toEnd()}>
        <path d="M18 5v14M5 6l9 6-9 6z" />
      </PlayerButton>
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  /** As `aria-keyshortcuts` has it; empty for none. */
  readonly shortcut: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function PlayerButton({ label, shortcut, isMain = false, onClick, children }: ButtonProps) {
  const t = useText();
  return (
    <button
      type="button"
      className={styles[isMain ? 'play' : 'button']}
      tabIndex={isMain ? 0 : -1}
      aria-label={label}
      aria-keyshortcuts={shortcut === '' ? undefined : shortcut}
      title={
        shortcut === ''
          ? label
          : t('player.withKey', { label, key: shortcut === 'Space' ? t('editor.key.space') : shortcut })
      }
      onClick={(event) => {
        onClick();
        // Space goes on to play and pause for whoever came by pointer; with the keyboard a button is pressed again.
        if (event.detail > 0) useView.getState().canvasApi?.focusByPointer();
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {children}
      </svg>
    </button>
  );
}

function Clock() {
  const t = useText();
  const language = useContext(LanguageContext);
  const timeMs = useDrawnRun((state) => Math.floor(state.playhead.timeUs / 1000));
  return (
    <span className={styles['clock']} role="timer" aria-label={t('player.clock')} data-testid="clock">
      {formatClock(timeMs * 1000, language)}
    </span>
  );
}

function StepCount() {
  const t = useText();
  const step = useCalmStep();
  return (
    <span className={styles['count']} data-minor>
      {t('player.stepNumber')} <b data-testid="step">{step}</b>
    </span>
  );
}
