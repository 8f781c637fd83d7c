import type { FoundOrder } from '#engine/analysis/explore/orders/answerOrders';
import { useText } from '#ui/i18n/useText';
import { showFoundRun } from '#ui/store/showFoundRun';
import { showOnCanvas } from '../explore/showOnCanvas';
import styles from '../observed/observed.module.css';
import { WordChips } from '../observed/WordChips';

/** An order that was found, and a way to see a run that has it on the canvas. */
export function FoundOrderText({ said, found }: { readonly said: string; readonly found: FoundOrder }) {
  const t = useText();
  const { word, run } = found;
  return (
    <div className={styles['only']}>
      <p>{said}</p>
      <WordChips word={word} />
      {run === null || run.notPossible !== null ? (
        <p className={styles['quiet']}>{t('orders.cannotReplay')}</p>
      ) : (
        <button
          type="button"
          className={styles['button']}
          onClick={() => showOnCanvas(() => void showFoundRun(run))}
        >
          {t('exploring.show')}
        </button>
      )}
    </div>
  );
}
