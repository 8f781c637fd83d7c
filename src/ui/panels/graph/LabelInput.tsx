import { useId, useState } from 'react';
import styles from './editor.module.css';
import { LetterOptions } from './LetterOptions';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly letters: readonly string[];
  readonly onCommit: (text: string) => void;
}

/** The label of a transition, with likely ones to choose from. Enter or leaving keeps it, Escape does not. */
export function LabelInput({ label, value, letters, onCommit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className={styles['line']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles['input']}
        type="text"
        autoComplete="off"
        spellCheck={false}
        list={`${id}list`}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
          setDraft(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          setDraft(null);
        }}
      />
      <LetterOptions id={`${id}list`} letters={letters} />
    </div>
  );
}
