import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';

type Props = FieldControlProps<FieldOf<'texts'>> & {
  /** What is offered while typing. */
  readonly suggestions?: readonly string[];
  /** Why a text is not acceptable, beyond its length. */
  readonly problemOf?: (text: string) => string | null;
};

/** A list of short texts as chips, with a line to add one. */
export function TextsControl(props: Props) {
  const { field, value, id, label, describedBy, suggestions = [], onChange, onEnd } = props;
  const t = useText();
  const [draft, setDraft] = useState('');
  const texts = Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
  const entry = draft.trim();
  const problem = entry === '' ? null : (props.problemOf?.(entry) ?? null);
  // A text that was fine when it was added may be none any more, such as in another dialect.
  const wrong = texts.find((text) => (props.problemOf?.(text) ?? null) !== null);
  const isFull = texts.length >= field.maxItems;
  const canAdd = entry !== '' && problem === null && !isFull && !texts.includes(entry);
  const add = () => {
    if (!canAdd) return;
    onChange([...texts, entry]);
    onEnd();
    setDraft('');
  };
  return (
    <div className={styles['stack']}>
      {texts.length > 0 && (
        <ul className={styles['chips']} aria-label={label}>
          {texts.map((text) => (
            <li key={text} className={styles['chip']}>
              <span>{text}</span>
              <button
                type="button"
                aria-label={t('fields.remove.text', { text })}
                onClick={() => {
                  onChange(texts.filter((other) => other !== text));
                  onEnd();
                }}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong !== undefined && (
        <p className={styles['problem']} role="alert">
          {wrong}: {props.problemOf?.(wrong)}
        </p>
      )}
      <div className={styles['row']}>
        <input
          id={id}
          type="text"
          className={styles['text']}
          autoComplete="off"
          placeholder={t('fields.add.text.here')}
          aria-label={t('fields.add.text.of', { label })}
          aria-describedby={problem === null && !isFull ? describedBy : `${id}-problem`}
          aria-invalid={problem !== null}
          list={suggestions.length > 0 ? `${id}-suggestions` : undefined}
          maxLength={field.maxLength}
          disabled={isFull}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
        <button
          type="button"
          className={styles['small']}
          disabled={!canAdd}
          title={entry === '' ? t('fields.add.text.first') : undefined}
          onClick={add}
        >
          <Plus size={13} aria-hidden /> {t('fields.add.text')}
        </button>
      </div>
      <datalist id={`${id}-suggestions`}>
        {suggestions
          .filter((text) => !texts.includes(text))
          .map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
      </datalist>
      {(problem !== null || isFull) && (
        <p className={styles['problem']} id={`${id}-problem`} role="alert">
          {problem ?? t('fields.full', { n: field.maxItems })}
        </p>
      )}
    </div>
  );
}
