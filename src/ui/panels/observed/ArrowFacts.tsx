import { useContext } from 'react';
import type { ObservedArrow } from '#engine/analysis/observed/Observed';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatDuration } from '#ui/look/format';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';
import { PlaceLink } from './PlaceLink';

interface Props {
  readonly arrow: ObservedArrow;
  readonly subject: ObservedSubject;
}

/** Everything about one arrow, and the way to where it was taken first. */
export function ArrowFacts({ arrow, subject }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { letters } = subject.observed;
  const values = {
    from: letters[arrow.from - 1] ?? t('observed.start'),
    to: letters[arrow.to - 1] ?? '',
    n: formatCount(arrow.count, language),
    mean: formatDuration(arrow.sumUs / arrow.count, language),
    longest: formatDuration(arrow.longestUs, language),
  };
  return (
    <output className={styles['facts']}>
      {t(arrow.from === 0 ? 'observed.factsOfFirst' : 'observed.facts', values)}{' '}
      <PlaceLink place={arrow.place} subjectKey={arrow.key} places={subject.places} />
    </output>
  );
}
