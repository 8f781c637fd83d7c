import type { OrdersChange } from '#engine/analysis/explore/orders/answerOrders';
import { useText } from '#ui/i18n/useText';
import styles from '../observed/observed.module.css';
import { WordChips } from '../observed/WordChips';
import { FoundOrderText } from './FoundOrderText';

/** What a change of the flow did to the orders of a bus. */
export function OrdersChangeText({ change: { added, gone, isCut } }: { readonly change: OrdersChange }) {
  const t = useText();
  const isSame = added === null && gone === null && !isCut;
  return (
    <section className={styles['answer']} aria-label={t('orders.change')} data-testid="orders-change">
      <h3>{t('orders.change')}</h3>
      {isSame && <p>{t('orders.same')}</p>}
      {added !== null && <FoundOrderText said={t('orders.added')} found={added} />}
      {gone !== null && (
        <div className={styles['only']}>
          <p>{t('orders.gone')}</p>
          <WordChips word={gone} />
        </div>
      )}
      {isCut && <p>{t('orders.cut')}</p>}
    </section>
  );
}
