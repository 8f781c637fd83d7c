import { CirclePlus } from 'lucide-react';
import type { EventType } from '#engine/model/FlowDoc';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { useText } from '#ui/i18n/useText';
import { addEventTypes } from '../eventTypes/editEventTypes';
import styles from '../inspector/control.module.css';
import { eventsOf } from './chartEvents';

interface Props {
  readonly chart: Statechart;
  readonly types: readonly EventType[];
}

/** Events of the chart that no event of the flow can be: they could be added to the flow. */
export function MissingTypes({ chart, types }: Props) {
  const t = useText();
  const known = new Set(types.map(({ name }) => name));
  const missing = eventsOf(chart).filter((name) => !known.has(name));
  if (missing.length === 0) return null;
  return (
    <div className={styles['stack']}>
      <p className={styles['problem']}>{t('chart.missing', { names: missing.join(t('canvas.comma')) })}</p>
      <div className={styles['row']}>
        <button type="button" className={styles['small']} onClick={() => addEventTypes(missing)}>
          <CirclePlus size={13} aria-hidden /> {t('chart.addMissing', { n: missing.length })}
        </button>
      </div>
    </div>
  );
}
