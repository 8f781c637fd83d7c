import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { DeliverNext } from './DeliverNext';
import { useWhy } from './useWhy';
import { WhyChain } from './WhyChain';
import styles from './why.module.css';

/** What the node of the inspector does or waits for at the playhead. Read out when it changes and nothing plays. */
export function WhyNow({ node }: { readonly node: string }) {
  const t = useText();
  const report = useWhy(node);
  const isPlaying = useRun((state) => state.isPlaying);
  return (
    <section className={styles['now']} aria-label={t('why.now')} data-testid="why">
      <h3>{t('why.now')}</h3>
      <p aria-live={isPlaying ? 'off' : 'polite'}>{report !== null && <WhyChain report={report} />}</p>
      <DeliverNext node={node} />
    </section>
  );
}
