import { useStops } from '#ui/store/stopStore';
import styles from './timeline.module.css';

/** Where the run has stopped so far. */
export function StopMarks({ spanUs }: { readonly spanUs: number }) {
  const placesUs = useStops((state) => state.placesUs);
  return placesUs.map((timeUs) => (
    <span
      key={timeUs}
      className={styles['stop']}
      aria-hidden
      style={{ left: `${String(Math.min(1, timeUs / spanUs) * 100)}%` }}
    />
  ));
}
