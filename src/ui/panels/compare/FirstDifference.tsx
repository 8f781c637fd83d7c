import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { useCompare } from '#ui/store/compareStore';
import { useRun } from '#ui/store/runStore';
import { useWordsOf } from '#ui/store/useFlowWords';
import styles from './compare.module.css';
import { differenceText } from './differenceText';
import { goToDifference } from './goToDifference';
import type { RunDifference } from '#ui/store/useDifference';

export interface PairNames {
  readonly own: string;
  readonly other: string;
}

interface Props {
  readonly difference: RunDifference | null;
  readonly names: PairNames;
}

/** Where both runs cease to be the same: a sentence, and a way there. */
export function FirstDifference({ difference, names }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const mine = useWordsOf(useRun((state) => state.doc));
  const its = useWordsOf(useCompare((state) => state.doc));
  if (difference === null) return <output className={styles['first']} />;
  const { first, sameUntil, isComplete } = difference;
  if (first === null) {
    const said = isComplete
      ? t('compare.same', { n: sameUntil })
      : t('compare.searching', { step: sameUntil });
    return <output className={styles['first']}>{said}</output>;
  }
  const own = { name: names.own, words: mine };
  const other = { name: names.other, words: its };
  return (
    <output className={styles['first']} data-testid="first-difference" data-step={first.step}>
      <span className={styles['sign']} aria-hidden>
        ≠
      </span>
      <span>{differenceText(first, own, other, t, language)}</span>
      <button type="button" className={styles['go']} onClick={() => goToDifference(first)}>
        {t('compare.goThere')}
      </button>
    </output>
  );
}
