import { useText } from '#ui/i18n/useText';
import { goToStep } from '#ui/store/goToStep';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';

interface Props {
  readonly place: number;
  readonly subjectKey: string;
  readonly places: ObservedSubject['places'];
}

/** Where something was seen first: a step to go to, or a line to read. */
export function PlaceLink({ place, subjectKey, places }: Props) {
  const t = useText();
  const key = subjectKey === '' ? t('observed.noKey') : subjectKey;
  if (places !== 'steps') return <>{t(`observed.at.${places}`, { n: place, key })}</>;
  return (
    <>
      {t('observed.withKey', { key })}{' '}
      <button type="button" className={styles['link']} onClick={() => goToStep(place)}>
        {t('observed.goToStep', { n: place })}
      </button>
    </>
  );
}
