import { Plus } from 'lucide-react';
import { useState } from 'react';
import { limits } from '#engine/model/limits';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { addEventTypes } from './editEventTypes';
import { EventTypeRow } from './EventTypeRow';
import styles from './eventTypes.module.css';
import section from '../inspector/section.module.css';

/** The kinds of events that a flow knows, and how they look. */
export function EventTypesEditor() {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const [added, setAdded] = useState<string | undefined>();
  return (
    <section className={section['section']} aria-label={t('panels.types.title')}>
      <h3 className={section['title']}>{t('panels.types.title')}</h3>
      {types.length === 0 && <p className={section['quiet']}>{t('panels.types.none')}</p>}
      <ul className={styles['list']}>
        {types.map((type) => (
          <EventTypeRow key={type.id} type={type} isNew={type.id === added} />
        ))}
      </ul>
      <button
        type="button"
        className={styles['add']}
        disabled={types.length >= limits.eventTypes}
        onClick={() => setAdded(addEventTypes([t('panels.types.newName')])[0])}
      >
        <Plus size={13} aria-hidden /> {t('panels.types.add')}
      </button>
    </section>
  );
}
