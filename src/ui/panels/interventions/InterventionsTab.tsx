import { useMemo } from 'react';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { FaultPanel } from './FaultPanel';
import styles from './interventions.module.css';
import { marksOf } from './Mark';
import { MarkItems } from './MarkItems';

/** A run that was found by exploring may have a thousand; so many rows can still be worked with. */
const mostRows = 300;

/** What a person can do to the running flow, and all that was done to it or is scheduled. */
export function InterventionsTab() {
  return (
    <div className={styles['tab']}>
      <FaultPanel />
      <MarkList />
    </div>
  );
}

function MarkList() {
  const t = useText();
  const interventions = useDocument((state) => state.doc.interventions);
  const faults = useDocument((state) => state.doc.faults);
  const marks = useMemo(() => marksOf({ interventions, faults }), [interventions, faults]);
  return (
    <section className={styles['listed']} aria-label={t('hand.list')}>
      <p className={styles['intro']}>
        {t(marks.length === 0 ? 'player.interventionsNone' : 'player.interventionsIntro')}
      </p>
      <MarkItems marks={marks.slice(0, mostRows)} />
      {marks.length > mostRows && (
        <p className={styles['intro']}>{t('hand.more', { n: marks.length - mostRows })}</p>
      )}
    </section>
  );
}
