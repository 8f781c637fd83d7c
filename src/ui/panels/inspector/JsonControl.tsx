import { useState } from 'react';
import type { Json } from '#engine/model/Json';
import { useText, type Translate } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { problemSentence } from '../problems/problemSentence';
import { useFieldProblem } from './useFieldProblem';

/** JSON as text. Text that does not parse stays in the box, with the reason, and out of the document. */
export function JsonControl(props: FieldControlProps<FieldOf<'json'>>) {
  const { field, value, id, onChange, onEnd } = props;
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? JSON.stringify(value, null, 1);
  const wrong = draft === null ? null : problemOf(t, draft, field.maxLength);
  const template = useFieldProblem(field, value);
  const problem = wrong ?? (template === null ? null : problemSentence(t, template));
  const problemId = `${id}-problem`;
  return (
    <div className={styles['stack']}>
      <textarea
        id={id}
        className={styles['json']}
        aria-label={props.label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? props.describedBy : problemId}
        spellCheck={false}
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        onChange={(event) => {
          setDraft(event.target.value);
          if (problemOf(t, event.target.value, field.maxLength) === null) onChange(read(event.target.value));
        }}
        onBlur={() => {
          if (wrong === null) setDraft(null);
          onEnd();
        }}
      />
      {problem !== null && (
        <p className={styles['problem']} id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function problemOf(t: Translate, text: string, maxLength: number): string | null {
  try {
    // Length counts without the spaces that only the box shows.
    if (JSON.stringify(read(text)).length > maxLength) return t('fields.json.tooLong', { n: maxLength });
    return null;
  } catch (error) {
    return t('fields.json.wrong', { reason: error instanceof Error ? error.message : '' });
  }
}

function read(text: string): Json {
  // What JSON.parse answers is JSON by definition.
  return JSON.parse(text) as Json;
}
