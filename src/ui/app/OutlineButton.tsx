import { ListTree } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import styles from './shell.module.css';

/** Shows the flow as a list beside the canvas, or puts it away. */
export function OutlineButton() {
  const t = useText();
  const isShown = useView((state) => state.isOutlineShown);
  return (
    <button
      type="button"
      className={styles['outlineButton']}
      aria-pressed={isShown}
      onClick={() => useView.getState().showOutline(!isShown)}
    >
      <ListTree size={16} aria-hidden />
      <span>{t('shell.outline')}</span>
    </button>
  );
}
