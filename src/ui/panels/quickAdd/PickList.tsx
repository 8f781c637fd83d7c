/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A search field over a list is a combobox; no element of HTML is that. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fuzzySearch } from './fuzzy';
import styles from './pickList.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What else it is found by. */
  readonly keywords?: readonly string[];
  readonly icon?: ReactNode;
  /** Such as a shortcut, at the end of the line. */
  readonly aside?: ReactNode;
  /** A heading above the first of its chapter, while nothing is searched. */
  readonly chapter?: string;
  readonly isDisabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly none: (query: string) => string;
  readonly onPick: (id: string) => void;
}

/** A search field over a list of choices: arrows walk, Enter takes, the field keeps the focus. */
export function PickList({ label, choices, none, onPick }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = fuzzySearch(query, choices, (choice) => [choice.label, ...(choice.keywords ?? [])]);
  const current = Math.min(active, found.length - 1);
  useEffect(() => input.current?.focus(), []);
  // After every render: another search may leave the same line active at another height.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKey = (event: KeyboardEvent) => {
    const step = stepOf(event.key, current, found.length);
    if (step !== null) {
      event.preventDefault();
      setActive(step);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const choice = found[current];
      if (choice !== undefined && choice.isDisabled !== true) onPick(choice.id);
    }
  };

  return (
    <div className={styles['pick']}>
      <input
        ref={input}
        className={styles['search']}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[current] === undefined ? undefined : `${id}-${found[current].id}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']}>
        {found.map((choice, index) => (
          <Option
            key={choice.id}
            id={`${id}-${choice.id}`}
            choice={choice}
            heading={
              query === '' && choice.chapter !== found[index - 1]?.chapter ? choice.chapter : undefined
            }
            isActive={index === current}
            onPoint={() => setActive(index)}
            onPick={() => onPick(choice.id)}
          />
        ))}
      </div>
      <output className={styles['none']}>{found.length === 0 ? none(query) : ''}</output>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly heading: string | undefined;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

function Option({ id, choice, heading, isActive, onPoint, onPick }: OptionProps) {
  return (
    <>
      {heading !== undefined && (
        <div role="presentation" className={styles['heading']}>
          {heading}
        </div>
      )}
      {/* The keyboard reaches options through the search field, which keeps the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        aria-disabled={choice.isDisabled}
        className={styles['option']}
        onPointerMove={onPoint}
        onClick={() => choice.isDisabled !== true && onPick()}
      >
        {choice.icon !== undefined && <span className={styles['icon']}>{choice.icon}</span>}
        <span className={styles['label']}>{choice.label}</span>
        {choice.aside !== undefined && <span className={styles['aside']}>{choice.aside}</span>}
      </div>
    </>
  );
}

/** Where a key leads in a list that goes round; null for keys that do not walk. */
function stepOf(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, current + 8);
    case 'PageUp':
      return Math.max(0, current - 8);
    default:
      return null;
  }
}
