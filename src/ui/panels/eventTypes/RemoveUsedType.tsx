import { useState } from 'react';
import type { EventType } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { removeEventType } from './editEventTypes';
import styles from './eventTypes.module.css';
import { eventTypeUses } from './eventTypeUses';

interface Props {
  readonly type: EventType;
  readonly onClose: () => void;
}

/** Says who still uses an event type and asks what they shall use instead. */
export function RemoveUsedType({ type, onClose }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const others = doc.eventTypes.filter(({ id }) => id !== type.id);
  const [successor, setSuccessor] = useState(others[0]?.id ?? '');
  const uses = eventTypeUses(doc, type.id);
  const where = [
    ...uses.nodes,
    ...(uses.interventions > 0 ? [t('panels.types.byHand', { n: uses.interventions })] : []),
  ];
  return (
    <div className={styles['used']} role="alert">
      <p>{t('panels.types.used', { name: type.name, where: where.join(', ') })}</p>
      {others.length === 0 ? (
        <p>{t('panels.types.last')}</p>
      ) : (
        <>
          <label className={styles['successor']}>
            {t('panels.types.instead')}
            <select value={successor} onChange={(event) => setSuccessor(event.target.value)}>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <div className={styles['buttons']}>
            <button
              type="button"
              className={styles['add']}
              onClick={() => removeEventType(type.id, successor)}
            >
              {t('panels.types.replace')}
            </button>
            <button type="button" className={styles['add']} onClick={onClose}>
              {t('shell.cancel')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
