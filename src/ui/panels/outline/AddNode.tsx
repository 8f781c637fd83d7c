import { Plus } from 'lucide-react';
import { useState } from 'react';
import { idOfItem, labelOfItem, paletteItems } from '#ui/commands/paletteItems';
import { placeNode } from '#ui/commands/placeNode';
import { useText } from '#ui/i18n/useText';
import { focusRow } from './focusRow';
import styles from './outline.module.css';

/** Adds a node of any sort to the right of the selected one, and goes to its row. */
export function AddNode() {
  const t = useText();
  const [chosen, setChosen] = useState('');
  const item = paletteItems.find((one) => idOfItem(one) === chosen) ?? paletteItems[0];
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault();
        const id = item === undefined ? null : placeNode(item);
        if (id !== null) focusRow(id);
      }}
    >
      <select
        className={styles['select']}
        aria-label={t('outline.sort')}
        value={item === undefined ? '' : idOfItem(item)}
        onChange={(event) => setChosen(event.target.value)}
      >
        {paletteItems.map((one) => (
          <option key={idOfItem(one)} value={idOfItem(one)}>
            {t(labelOfItem(one))}
          </option>
        ))}
      </select>
      <button type="submit" className={styles['main']}>
        <Plus size={14} aria-hidden /> {t('outline.add')}
      </button>
    </form>
  );
}
