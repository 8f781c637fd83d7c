import { Expand } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import styles from './graph.module.css';

/** Shows a graph over nearly the whole page. */
export function EnlargeButton({ onClick }: { readonly onClick: () => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className={styles['tool']}
      data-enlarge
      aria-label={t('graph.enlarge')}
      title={t('graph.enlarge')}
      onClick={onClick}
    >
      <Expand size={14} aria-hidden />
    </button>
  );
}
