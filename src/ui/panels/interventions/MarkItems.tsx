import { useState } from 'react';
import styles from './interventions.module.css';
import { keyOf, type Mark } from './Mark';
import { MarkItem } from './MarkItem';
import { useMarkWords } from './markWords';
import { useOutcomes } from './useOutcomes';

/** Marks as a list in which one at a time is opened. */
export function MarkItems({ marks }: { readonly marks: readonly Mark[] }) {
  const words = useMarkWords();
  const outcomes = useOutcomes();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className={styles['items']}>
      {marks.map((mark) => (
        <MarkItem
          key={keyOf(mark)}
          mark={mark}
          words={words}
          outcome={mark.of === 'hand' ? (outcomes.get(mark.id) ?? null) : null}
          isOpen={open === keyOf(mark)}
          onToggle={() => setOpen(open === keyOf(mark) ? null : keyOf(mark))}
        />
      ))}
    </ul>
  );
}
