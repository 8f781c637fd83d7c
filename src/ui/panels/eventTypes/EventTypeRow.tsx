import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EventType } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import { NameInput } from '../inspector/NameInput';
import { removeEventType, renameEventType } from './editEventTypes';
import { EventTypeLook } from './EventTypeLook';
import styles from './eventTypes.module.css';
import { eventTypeUses, isUsed } from './eventTypeUses';
import { RemoveUsedType } from './RemoveUsedType';

interface Props {
  readonly type: EventType;
  /** Whether it was added just now: it is to be named next. */
  readonly isNew: boolean;
}

/** One event type: its sign opens the choice of looks, its name is edited in place. */
export function EventTypeRow({ type, isNew }: Props) {
  const t = useText();
  const [open, setOpen] = useState<'look' | 'remove' | null>(null);
  const toggle = (part: 'look' | 'remove') => setOpen(open === part ? null : part);
  const values = { name: type.name };
  const remove = () => {
    // Asked only now: the answer depends on the whole document.
    if (isUsed(eventTypeUses(useDocument.getState().doc, type.id))) toggle('remove');
    else removeEventType(type.id, null);
  };
  return (
    <li className={styles['item']}>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['sign']}
          aria-label={t('panels.types.look', values)}
          aria-expanded={open === 'look'}
          onClick={() => toggle('look')}
        >
          <TokenShape sign={type} size={18} />
        </button>
        <NameInput
          value={type.name}
          label={t('panels.types.name', values)}
          className={styles['name']}
          hasFocus={isNew}
          onCommit={(name) => renameEventType(type.id, name)}
        />
        <button
          type="button"
          className={styles['icon']}
          aria-label={t('panels.types.remove', values)}
          onClick={remove}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
      {open === 'look' && <EventTypeLook type={type} />}
      {open === 'remove' && <RemoveUsedType type={type} onClose={() => setOpen(null)} />}
    </li>
  );
}
