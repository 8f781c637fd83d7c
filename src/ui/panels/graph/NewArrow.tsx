import { useId, useState } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './editor.module.css';
import type { EditorProps } from './GraphEditor';
import { LetterOptions } from './LetterOptions';
import { Select } from './Select';
import type { Editing } from './useEditing';

interface Props extends EditorProps {
  readonly editing: Editing;
  readonly from: string;
}

/** A transition to add without drawing it: label and target. */
export function NewArrow({ picture, editing, letters, from }: Props) {
  const t = useText();
  const id = useId();
  const [label, setLabel] = useState('');
  const [wanted, setTo] = useState(from);
  const options = picture.states.map((state): readonly [string, string] => [state.id, state.label]);
  // The state may be gone since, or called otherwise.
  const to = options.some(([id]) => id === wanted) ? wanted : from;
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        editing.addArrow(from, to, label.trim());
        setLabel('');
      }}
    >
      <div className={styles['line']}>
        <label htmlFor={id}>{t('graph.edit.newLabel')}</label>
        <input
          id={id}
          className={styles['input']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          list={`${id}list`}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <LetterOptions id={`${id}list`} letters={letters} />
      </div>
      <Select label={t('graph.edit.to')} value={to} options={options} onChange={setTo} />
      <button type="submit" className={styles['button']} disabled={label.trim() === ''}>
        {t('graph.edit.addThisArrow')}
      </button>
    </form>
  );
}
