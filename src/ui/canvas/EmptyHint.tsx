import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import styles from './EmptyHint.module.css';

/** What to do with an empty canvas; nothing before the first flow is there, for nobody knows whether it will be empty. */
export function EmptyHint() {
  const t = useText();
  const isOpened = useDocument((state) => state.revision > 0);
  if (!isOpened) return null;
  return (
    <div className={styles['hint']}>
      <p className={styles['title']}>{t('canvas.emptyTitle')}</p>
      <p className={styles['wide']}>{t('canvas.emptyHint')}</p>
      <p className={styles['narrow']}>{t('canvas.emptyHintNarrow')}</p>
      <button
        type="button"
        className={styles['examples']}
        onClick={(event) => {
          // To the canvas it would be a click on its ground.
          event.stopPropagation();
          useView.getState().openDialog('gallery');
        }}
      >
        {t('canvas.emptyExamples')}
      </button>
    </div>
  );
}
