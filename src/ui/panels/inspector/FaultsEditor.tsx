import { Plus } from 'lucide-react';
import { useState } from 'react';
import { limits } from '#engine/model/limits';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import controls from './control.module.css';
import { addFault } from './editFaults';
import { FaultItem } from './FaultItem';
import styles from './fault.module.css';
import section from './section.module.css';

/** What befalls the nodes of a flow at set times: a list, each entry to open and change. */
export function FaultsEditor() {
  const t = useText();
  const faults = useDocument((state) => state.doc.faults);
  const canBefall = useDocument((state) => state.doc.nodes.length > 0);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={section['section']} aria-label={t('panels.faults.title')}>
      <h3 className={section['title']}>{t('panels.faults.title')}</h3>
      {faults.length === 0 && <p className={section['quiet']}>{t('panels.faults.none')}</p>}
      <ul className={styles['list']}>
        {faults.map((fault) => (
          <FaultItem
            key={fault.id}
            fault={fault}
            isOpen={open === fault.id}
            onToggle={(isOpen) => setOpen(isOpen ? fault.id : null)}
          />
        ))}
      </ul>
      <button
        type="button"
        className={controls['small']}
        disabled={!canBefall || faults.length >= limits.faults}
        onClick={() => setOpen(addFault(t('panels.faults.newName')))}
      >
        <Plus size={13} aria-hidden /> {t('panels.faults.add')}
      </button>
    </section>
  );
}
