import { useText } from '#ui/i18n/useText';
import { comparedRun, useCompare } from '#ui/store/compareStore';
import { useRun } from '#ui/store/runStore';
import { ShownRunContext } from '#ui/store/shownRun';
import { Lanes } from '../spacetime/Lanes';
import styles from './compare.module.css';
import type { PairNames } from './FirstDifference';

interface Props {
  readonly names: PairNames;
  readonly markUs: number | null;
  readonly markTitle: string;
}

/** What each node does in either run, over the same stretch of time and under the same playhead. */
export function PairedLanes({ names, markUs, markTitle }: Props) {
  const t = useText();
  const isThere = useRun((state) => state.generation > 0);
  const isOther = useCompare((state) => state.generation > 0);
  return (
    <div className={styles['lanes']}>
      <section className={styles['side']} aria-label={t('compare.runOf', { name: names.own })}>
        <p className={styles['caption']}>
          <b>{names.own}</b> · {t('compare.thisRun')}
        </p>
        {isThere && <Lanes markUs={markUs} markTitle={markTitle} />}
      </section>
      <section className={styles['side']} aria-label={t('compare.otherRun', { name: names.other })}>
        <p className={styles['caption']}>
          <b>{names.other}</b> · {t('compare.isCompared')}
        </p>
        <ShownRunContext value={comparedRun}>
          {isOther && <Lanes markUs={markUs} markTitle={markTitle} isSecond />}
        </ShownRunContext>
      </section>
    </div>
  );
}
