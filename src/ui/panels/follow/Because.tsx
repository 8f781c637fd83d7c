import { useContext } from 'react';
import type { Stay } from '#engine/runtime/follow/Story';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { goToStep } from '#ui/store/goToStep';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useView } from '#ui/store/viewStore';
import { WhyChain } from '../why/WhyChain';
import styles from './follow.module.css';

/** Why an event spent most of its time where it did, as it stood when that began; its time leads there. */
export function Because({ stay, event }: { readonly stay: Stay; readonly event: number }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const isWire = stay.what === 'wire';
  const question = isWire ? null : ([{ node: stay.node, event }, { step: stay.fromStep }] as const);
  const { value, isCurrent } = useRunAnswer('why', question === null ? null : [...question]);
  const id = useRun((state) => state.doc.nodes[stay.node]?.id ?? null);
  if (value === null || !isCurrent || value.links.length === 0) return null;
  return (
    <p className={styles['because']} data-testid="because">
      <button
        type="button"
        className={styles['jump']}
        aria-label={t('why.log.goTo', { step: stay.fromStep })}
        onClick={() => {
          goToStep(stay.fromStep);
          if (id !== null) useView.getState().select({ nodes: [id] });
        }}
      >
        {formatClock(stay.fromUs, language)}
      </button>
      <span>
        <b>{t('why.because')}</b> <WhyChain report={value} />
      </span>
    </p>
  );
}
