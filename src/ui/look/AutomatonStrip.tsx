import { memo } from 'react';
import styles from './AutomatonStrip.module.css';

interface AutomatonStripProps {
  readonly states: readonly string[];
  readonly accepting: readonly string[];
  readonly current: string;
  /** The present state in words: a filled dot alone would say nothing. */
  readonly word: string;
  readonly tone?: 'ink' | 'warn' | 'danger';
}

const dotsAtMost = 5;
const step = 14;

/** A node's lifecycle automaton in a row: double ring = accepting, filled = now. */
export const AutomatonStrip = memo(function AutomatonStrip(props: AutomatonStripProps) {
  const { states, accepting, current, word, tone = 'ink' } = props;
  const shown = shownStates(states, current);
  const width = (shown.length - 1) * step + 12;
  return (
    <span className={styles['strip']} data-part="automaton">
      <svg width={width} height="12" viewBox={`-6 -6 ${width} 12`} aria-hidden="true" focusable="false">
        {shown.length > 1 && <path d={`M0 0H${(shown.length - 1) * step}`} className={styles['line']} />}
        {shown.map((state, index) => (
          <g key={state} transform={`translate(${index * step} 0)`} data-now={state === current}>
            <circle r="4.6" className={styles['dot']} />
            {accepting.includes(state) && <circle r="2.5" className={styles['ring']} />}
          </g>
        ))}
      </svg>
      <span className={styles['word']} data-tone={tone}>
        {word}
      </span>
    </span>
  );
});

/** The first states of the automaton; a present one beyond them takes the last place. */
function shownStates(states: readonly string[], current: string): readonly string[] {
  const first = states.slice(0, dotsAtMost);
  if (first.includes(current) || !states.includes(current)) return first;
  return [...first.slice(0, dotsAtMost - 1), current];
}
