import { useDocument } from '#ui/store/documentStore';
import { faultSpans } from './faultSpans';
import styles from './timeline.module.css';

/** Where the document's faults happen in the run. The inspector of the flow says the same in words. */
export function FaultMarks({ spanUs }: { readonly spanUs: number }) {
  const faults = useDocument((state) => state.doc.faults);
  return faultSpans(faults, spanUs).map(({ fault, fromUs, toUs }) => (
    <span
      key={`${fault.id} ${String(fromUs)}`}
      className={styles['fault']}
      data-what={fault.settings['what']}
      title={fault.name}
      aria-hidden
      style={{
        left: `${String((fromUs / spanUs) * 100)}%`,
        width: `${String(((toUs - fromUs) / spanUs) * 100)}%`,
      }}
    />
  ));
}
