import { useId } from 'react';
import { compileStopCondition } from '#engine/expression/compileStopCondition';
import type { ExpressionProblem } from '#engine/expression/expressionProblem';
import { useText } from '#ui/i18n/useText';
import { problemSentence } from '../problems/problemSentence';
import styles from './stops.module.css';

/** What is wrong with the text of a condition, and where; null when nothing is, or nothing is written yet. */
export function problemOfCondition(text: string): ExpressionProblem | null {
  if (text.trim() === '') return null;
  const compiled = compileStopCondition(text);
  return compiled.ok ? null : compiled.problem;
}

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The text of a condition; what is wrong with it is marked below it, at its place. */
export function ConditionInput({ value, onChange }: Props) {
  const t = useText();
  const id = useId();
  const problem = problemOfCondition(value);
  return (
    <div className={styles['wide']}>
      <label htmlFor={id}>{t('stopping.text')}</label>
      <input
        id={id}
        type="text"
        data-mono
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={2_000}
        placeholder={t('stopping.textExample')}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help ${id}-problem`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <div id={`${id}-problem`} className={styles['problem']} aria-live="polite">
        {problem !== null && (
          <>
            <code className={styles['spot']} aria-hidden>
              {value.slice(0, problem.from)}
              <mark>{value.slice(problem.from, problem.to) || '\u00A0'}</mark>
              {value.slice(Math.max(problem.from, problem.to))}
            </code>
            <p>{problemSentence(t, problem)}</p>
          </>
        )}
      </div>
      <p id={`${id}-help`} className={styles['help']}>
        {t('stopping.textHelp')}
      </p>
    </div>
  );
}
