import { Minus, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import { stepped } from './stepped';
import { useScrub } from './useScrub';

/** A number out of a text, or the sentence that says why there is none. */
export type Reading = { readonly value: number } | { readonly problem: string };

export interface ScrubInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** How much one arrow key changes a value. */
  readonly stepOf: (value: number) => number;
  readonly format: (value: number) => string;
  readonly read: (text: string) => Reading;
  readonly unit?: string;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: number) => void;
  /** Called when a drag or a typed entry is over: what follows is another edit. */
  readonly onEnd: () => void;
}

/** A number to drag sideways, to type, or to nudge with arrow keys and the buttons beside it. */
export function ScrubInput(props: ScrubInputProps) {
  const { id, label, value, min, max, stepOf, format, read, onChange, onEnd } = props;
  const t = useText();
  const [typed, setTyped] = useState<{ readonly text: string; readonly id: string } | null>(null);
  // What was refused stays to be seen, but only in the field in which it was typed.
  const draft = typed?.id === id ? typed.text : null;
  const setDraft = (text: string | null) => setTyped(text === null ? null : { text, id });
  const reading = draft === null ? null : read(draft);
  const problem = reading !== null && 'problem' in reading ? reading.problem : null;

  const nudge = (steps: number) => {
    const base = reading !== null && 'value' in reading ? reading.value : value;
    const next = stepped(base, steps * stepOf(base), min, max);
    setDraft(null);
    if (next !== value) onChange(next);
  };
  const scrub = useScrub({ value, stepOf, min, max, onChange, onEnd });

  const settle = () => {
    if (reading !== null && 'value' in reading && reading.value !== value) onChange(reading.value);
    // A refused text and the reason stay until it is mended or given up with Escape.
    if (problem === null) setDraft(null);
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOf(event);
    if (steps !== 0) {
      event.preventDefault();
      nudge(steps);
    } else if (event.key === 'Enter' && problem === null) settle();
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  const problemId = `${id}-problem`;
  const text = draft ?? format(value);
  return (
    <div className={styles['stack']}>
      <div className={styles['scrub']} data-wrong={problem !== null || undefined}>
        <Nudge of={label} direction={-1} isOff={value <= min} nudge={nudge} onEnd={onEnd} />
        <input
          id={id}
          className={styles['number']}
          role="spinbutton"
          autoComplete="off"
          spellCheck={false}
          inputMode="decimal"
          aria-label={label}
          aria-valuenow={spoken(value)}
          aria-valuemin={spoken(min)}
          aria-valuemax={spoken(max)}
          aria-valuetext={`${format(value)} ${props.unit ?? ''}`.trim()}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? props.describedBy : problemId}
          title={t('fields.drag.help')}
          value={text}
          size={Math.max(3, text.length)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={settle}
          onKeyDown={onKeyDown}
          {...scrub}
        />
        {props.unit !== undefined && (
          <span className={styles['unit']} aria-hidden>
            {props.unit}
          </span>
        )}
        <Nudge of={label} direction={1} isOff={value >= max} nudge={nudge} onEnd={onEnd} />
      </div>
      {problem !== null && (
        <p className={styles['problem']} id={problemId} role="alert">
          {problem} {t('fields.stays', { value: `${format(value)} ${props.unit ?? ''}`.trim() })}
        </p>
      )}
    </div>
  );
}

interface NudgeProps {
  readonly of: string;
  readonly direction: 1 | -1;
  readonly isOff: boolean;
  readonly nudge: (steps: number) => void;
  readonly onEnd: () => void;
}

function Nudge({ of, direction, isOff, nudge, onEnd }: NudgeProps) {
  const t = useText();
  const Icon = direction < 0 ? Minus : Plus;
  return (
    <button
      type="button"
      className={styles['nudge']}
      aria-label={t(direction < 0 ? 'fields.less' : 'fields.more', { label: of })}
      disabled={isOff}
      onClick={(event) => nudge(direction * (event.shiftKey ? 10 : 1))}
      onBlur={onEnd}
    >
      <Icon size={13} aria-hidden />
    </button>
  );
}

function stepsOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  const times = event.shiftKey ? 10 : 1;
  if (event.key === 'ArrowUp') return times;
  if (event.key === 'ArrowDown') return -times;
  if (event.key === 'PageUp') return 10;
  return event.key === 'PageDown' ? -10 : 0;
}

/** ARIA has no notation for powers of ten. */
const spoken = (value: number) => Number(value.toFixed(6));
