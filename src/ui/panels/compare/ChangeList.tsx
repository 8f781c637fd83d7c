import { useContext, useMemo } from 'react';
import { flowChanges } from '#engine/analysis/compare/flowChanges';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import styles from './compare.module.css';
import type { PairNames } from './FirstDifference';
import { changeSentence } from './settingText';

const shownAtMost = 6;

interface Props {
  readonly docs: readonly [own: FlowDoc, other: FlowDoc];
  readonly names: PairNames;
}

/** In what the two flows are set differently. */
export function ChangeList({ docs, names }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const changes = useMemo(() => flowChanges(docs[0], docs[1], kinds), [docs]);
  if (changes.length === 0) return <p className={styles['note']}>{t('compare.noChanges', { ...names })}</p>;
  const shown = changes.slice(0, shownAtMost).map((change) => changeSentence(change, docs, t, language));
  return (
    <>
      <span className={styles['label']}>{t('compare.changes', { own: names.own })}</span>
      <ul className={styles['chips']} aria-label={t('compare.changes', { own: names.own })}>
        {[...new Set(shown)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {changes.length > shownAtMost && <li>{t('compare.more', { n: changes.length - shownAtMost })}</li>}
      </ul>
    </>
  );
}
