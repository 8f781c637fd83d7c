import { stopsItself } from '#ui/store/activeStops';
import { useDocument } from '#ui/store/documentStore';
import { useStops } from '#ui/store/stopStore';
import styles from '../bottom/bottomPanel.module.css';

/** How many things the run stops at. */
export function StopCount() {
  const set = useStops((state) => state.breakpoints.filter(({ isOn }) => isOn).length);
  const own = useDocument((state) => state.doc.protocols.filter(stopsItself).length);
  return set + own > 0 && <span className={styles['badge']}>{set + own}</span>;
}
