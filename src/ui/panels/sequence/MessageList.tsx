import { useContext, useRef, useState, type KeyboardEvent } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { goToMessage } from './goToMessage';
import type { SequenceWords } from './sequenceMermaid';
import type { SequenceModel } from './SequenceModel';
import styles from './sequence.module.css';

interface Props {
  readonly model: SequenceModel;
  readonly words: SequenceWords;
  /** Tells which message has the focus, for the picture to mark it; null for none. */
  readonly onMark: (index: number | null) => void;
}

/**
 * The messages as a list, for screen readers, which cannot see who stands where, and for keys: one stop for Tab, arrows go
 * from message to message, Enter goes to its step. The picture marks where the focus is.
 */
export function MessageList({ model, words, onMark }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState(0);
  const { messages } = model;
  const current = Math.min(chosen, messages.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: messages.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    list.current?.querySelectorAll('button')[Math.min(Math.max(to, 0), messages.length - 1)]?.focus();
  }

  return (
    <ol ref={list} className={styles['hidden']}>
      {messages.map((message, index) => (
        <li key={`${message.step} ${message.what} ${String(index)}`}>
          <button
            type="button"
            tabIndex={index === current ? 0 : -1}
            onKeyDown={onKeyDown}
            onFocus={() => {
              setChosen(index);
              onMark(index);
            }}
            onBlur={() => onMark(null)}
            onClick={() => goToMessage(message)}
          >
            {t('why.sequence.row', {
              time: formatClock(message.timeUs, language),
              from: words.node(message.from),
              to: words.node(message.to),
              what: words.label(message),
            })}
          </button>
        </li>
      ))}
    </ol>
  );
}
