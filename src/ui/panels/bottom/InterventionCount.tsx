import { useDocument } from '#ui/store/documentStore';
import styles from './bottomPanel.module.css';

/** How many interventions the document holds. */
export function InterventionCount() {
  const count = useDocument((state) => state.doc.interventions.length);
  return count > 0 && <span className={styles['badge']}>{count}</span>;
}
