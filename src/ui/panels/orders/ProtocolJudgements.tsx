import type { ProtocolJudgement } from '#engine/analysis/explore/orders/answerOrders';
import { useText } from '#ui/i18n/useText';
import styles from '../observed/observed.module.css';
import { FoundOrderText } from './FoundOrderText';

/** Whether each protocol of a bus allows every order that it can have. */
export function ProtocolJudgements({ protocols }: { readonly protocols: readonly ProtocolJudgement[] }) {
  const t = useText();
  if (protocols.length === 0) return null;
  return (
    <section className={styles['answer']} aria-label={t('orders.protocols')} data-testid="orders-protocols">
      <h3>{t('orders.protocols')}</h3>
      {protocols.map(({ protocol, name, verdict, extra }) => {
        const said = t(`orders.${verdict}`, { name });
        return extra === null ? (
          <p key={protocol}>{said}</p>
        ) : (
          <FoundOrderText key={protocol} said={said} found={extra} />
        );
      })}
    </section>
  );
}
