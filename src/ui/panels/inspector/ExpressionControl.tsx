import type { ExpressionProblem } from '#engine/expression/expressionProblem';
import { useText } from '#ui/i18n/useText';
import { problemSentence } from '../problems/problemSentence';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { useFieldProblem } from './useFieldProblem';

/** Text of the expression language, on one line unless its author broke it. What is wrong with it is said below it, and where. */
export function ExpressionControl(props: FieldControlProps<FieldOf<'expression'>>) {
  const { field, value, id, onChange, onEnd } = props;
  const t = useText();
  const text = typeof value === 'string' ? value : '';
  const problem = useFieldProblem(field, text);
  const problemId = `${id}-problem`;
  const described = [problem === null ? undefined : problemId, props.describedBy].filter(Boolean).join(' ');
  const shared = {
    id,
    className: styles['json'],
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    'aria-label': props.label,
    'aria-invalid': problem !== null,
    'aria-describedby': described === '' ? undefined : described,
    maxLength: field.maxLength,
    value: text,
    onBlur: onEnd,
  };
  return (
    <div className={styles['stack']}>
      {text.includes('\n') ? (
        <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      <div id={problemId} className={styles['problem']} aria-live="polite">
        {problem !== null && <Spot text={text} problem={problem} />}
        {problem !== null && <p>{problemSentence(t, problem)}</p>}
      </div>
    </div>
  );
}

/** The part of the text that is wrong, marked, with some of what stands around it. */
function Spot({
  text,
  problem: { from, to },
}: {
  readonly text: string;
  readonly problem: ExpressionProblem;
}) {
  const [start, end] = [Math.max(0, from - 18), Math.min(text.length, Math.max(to, from) + 12)];
  const wrong = text.slice(from, to);
  return (
    <code className={styles['spot']} aria-hidden>
      {start > 0 && '…'}
      {text.slice(start, from)}
      <mark>{wrong === '' ? '\u00A0' : wrong}</mark>
      {text.slice(Math.max(to, from), end)}
      {end < text.length && '…'}
    </code>
  );
}
