import { ChevronRight, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import controls from './control.module.css';
import styles from './foldedItem.module.css';
import { NameInput } from './NameInput';

interface Props {
  readonly name: string;
  /** What there is to say of it, a line each. */
  readonly lines: readonly string[];
  readonly tone: 'plain' | 'warn' | 'danger';
  /** What is wrong with it, open or not; or null. */
  readonly hint: string | null;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly nameLabel: string;
  readonly onRename: (name: string) => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  /** Its form, below its name when it is open. */
  readonly children: ReactNode;
}

/** One of a list of things with a name: in some words, and as a form when it is opened. */
export function FoldedItem(item: Props) {
  const { name, lines, tone, hint, isOpen, removeLabel } = item;
  return (
    <li className={styles['item']} data-tone={tone}>
      <button
        type="button"
        className={styles['head']}
        aria-expanded={isOpen}
        onClick={() => item.onToggle(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={styles['arrow']} />
        <span className={styles['name']}>{name}</span>
        {lines.map((line, index) => (
          <span key={index} className={styles['line']}>
            {line}
          </span>
        ))}
      </button>
      {hint !== null && <p className={styles['hint']}>{hint}</p>}
      {isOpen && (
        <div className={styles['form']}>
          <div className={styles['nameRow']}>
            <NameInput value={name} label={item.nameLabel} onCommit={item.onRename} />
            <button
              type="button"
              className={controls['icon']}
              aria-label={removeLabel}
              title={removeLabel}
              onClick={(event) => {
                const next = afterRemoval(event.currentTarget);
                item.onRemove();
                next?.focus();
              }}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </div>
          {item.children}
        </div>
      )}
    </li>
  );
}

/** Where the focus goes when an item is gone: to the head of the next or the last one, or else to what adds another. */
function afterRemoval(button: HTMLElement): HTMLElement | null {
  const own = button.closest('li');
  const beside = own?.nextElementSibling ?? own?.previousElementSibling;
  return beside?.querySelector('button') ?? own?.closest('section')?.querySelector(':scope > button') ?? null;
}
