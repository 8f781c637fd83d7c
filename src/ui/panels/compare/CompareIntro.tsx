import { useText } from '#ui/i18n/useText';
import { keepBeforeChange } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import styles from './compare.module.css';
import { KeepButton } from './KeepButton';

/** What comparing is for, and the two ways to begin. */
export function CompareIntro() {
  const t = useText();
  const last = useDocument((state) => state.undoStack.at(-1));
  return (
    <div className={styles['introTab']}>
      <p className={styles['prompt']}>{t('compare.intro')}</p>
      <p className={styles['buttons']}>
        <KeepButton />
        {last !== undefined && (
          <button type="button" className={styles['button']} onClick={keepBeforeChange}>
            {t('compare.beforeChange', { what: t(last.label, last.values) })}
          </button>
        )}
      </p>
    </div>
  );
}
