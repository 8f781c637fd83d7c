import { useMemo } from 'react';
import { useDocument } from '#ui/store/documentStore';
import { keyOf, marksOf, spansOf } from '../interventions/Mark';
import { markTone } from '../interventions/markTone';
import styles from './timeline.module.css';

/** Where in the run something was done by hand or is scheduled. The row of marks below tells the same in words. */
export function StripMarks({ spanUs }: { readonly spanUs: number }) {
  const interventions = useDocument((state) => state.doc.interventions);
  const faults = useDocument((state) => state.doc.faults);
  const spans = useMemo(
    () => spansOf(marksOf({ interventions, faults }), 0, spanUs),
    [interventions, faults, spanUs],
  );
  return spans.map(({ mark, fromUs, toUs }) => (
    <span
      key={`${keyOf(mark)} ${String(fromUs)}`}
      className={styles['fault']}
      data-tone={markTone(mark)}
      aria-hidden
      style={{
        left: `${String((fromUs / spanUs) * 100)}%`,
        width: `${String(((Math.min(toUs, spanUs) - fromUs) / spanUs) * 100)}%`,
      }}
    />
  ));
}
