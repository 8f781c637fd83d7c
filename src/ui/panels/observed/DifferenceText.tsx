import { findSeen } from '#engine/analysis/observed/findSeen';
import type { Word } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import type { LanguageComparison } from '#engine/automata/compareLanguages';
import { useText } from '#ui/i18n/useText';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';
import { PlaceLink } from './PlaceLink';
import { WordChips } from './WordChips';

interface Props {
  readonly comparison: LanguageComparison;
  /** What stands on the two sides. */
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly subject: ObservedSubject;
}

export interface ComparedSide {
  readonly title: string;
  /** It accepts no word at all, which is said elsewhere. */
  readonly isEmpty: boolean;
}

/** How two automata differ: for each side the shortest word that only it accepts, and where that was seen. */
export function DifferenceText({ comparison, left, right, subject }: Props) {
  const t = useText();
  return (
    <>
      <p>
        <strong>{t('observed.different')}</strong>
      </p>
      <OnlyOn {...left} word={comparison.onlyLeft} subject={subject} />
      <OnlyOn {...right} word={comparison.onlyRight} subject={subject} />
    </>
  );
}

interface OnlyProps extends ComparedSide {
  readonly word: Bounded<Word | null>;
  readonly subject: ObservedSubject;
}

function OnlyOn({ title, isEmpty, word, subject }: OnlyProps) {
  const t = useText();
  if (!word.ok) return <p>{t('observed.onlyUnknown', { side: title })}</p>;
  if (word.value === null && isEmpty) return null;
  if (word.value === null) return <p>{t('observed.onlyNone', { side: title })}</p>;
  return (
    <div className={styles['only']}>
      <p>{t('observed.only', { side: title })}</p>
      <WordChips word={word.value} />
      <SeenText word={word.value} subject={subject} />
    </div>
  );
}

function SeenText({ word, subject }: { readonly word: Word; readonly subject: ObservedSubject }) {
  const t = useText();
  const seen = findSeen(subject.observed, word);
  if (seen === null) return <p className={styles['quiet']}>{t('observed.neverSeen')}</p>;
  return (
    <p className={styles['quiet']}>
      {seen.isWhole
        ? t('observed.seenWhole')
        : t(seen.length === word.length ? 'observed.seenBegun' : 'observed.seenPart', {
            n: seen.length,
          })}{' '}
      <PlaceLink place={seen.place} subjectKey={seen.key} places={subject.places} />
    </p>
  );
}
