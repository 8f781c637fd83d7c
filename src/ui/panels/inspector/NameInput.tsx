import { useState } from 'react';
import { limits } from '#engine/model/limits';
import styles from './inspector.module.css';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly className?: string | undefined;
  /** Whether it takes the focus, with its text marked, as soon as it is there. */
  readonly hasFocus?: boolean;
  readonly onCommit: (name: string) => void;
}

/** A name to edit in place: Enter or leaving keeps it, Escape does not, an empty one is never kept. */
export function NameInput({ value, label, className, hasFocus = false, onCommit }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const name = draft?.trim() ?? '';
    setDraft(null);
    if (name !== '' && name !== value) onCommit(name);
  };
  return (
    <input
      ref={hasFocus ? takeFocus : undefined}
      className={className ?? styles['name']}
      type="text"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={limits.nameLength}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
