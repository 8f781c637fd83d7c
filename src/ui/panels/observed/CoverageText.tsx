import { useContext } from 'react';
import type { ShownObserved } from '#engine/analysis/observed/filterObserved';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatPercent } from '#ui/look/format';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';

interface Props {
  readonly subject: ObservedSubject;
  readonly shown: ShownObserved;
}

/** How much was observed, how much of that is hidden, and what could not be counted. */
export function CoverageText({ subject, shown }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const count = (n: number) => formatCount(n, language);
  const { events, keys, letters, missing } = subject.observed;
  const { hiddenArrows, hiddenLetters, hiddenCount, totalCount, wholeWords, knownWords } = shown;
  const sentences = [
    t('observed.covers', { events: count(events), words: count(keys), types: count(letters.length) }),
    hiddenArrows === 0
      ? ''
      : t('observed.hides', {
          arrows: count(hiddenArrows),
          all: count(hiddenArrows + shown.arrows.length),
          types: count(hiddenLetters),
          share: formatPercent(hiddenCount / totalCount, language),
        }),
    hiddenArrows === 0 || knownWords === 0
      ? ''
      : t(wholeWords === 0 ? 'observed.noWhole' : 'observed.whole', {
          whole: count(wholeWords),
          known: count(knownWords),
        }),
    missing.ofKeys === 0 ? '' : t('observed.missingKeys', { n: count(missing.ofKeys) }),
    missing.ofTypes === 0 ? '' : t('observed.missingTypes', { n: count(missing.ofTypes) }),
    missing.cutWords === 0 ? '' : t('observed.cutWords', { n: count(missing.cutWords) }),
  ];
  return (
    <p className={styles['quiet']} data-testid="observed-coverage">
      {sentences.filter((sentence) => sentence !== '').join(' ')}
    </p>
  );
}
