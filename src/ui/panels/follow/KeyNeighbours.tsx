import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import { useGrowingAnswer } from '#ui/store/useGrowingAnswer';
import { useView } from '#ui/store/viewStore';
import styles from './follow.module.css';

interface Props {
  readonly number: number;
  readonly subject: string;
}

/** Goes to the previous or next event of the same key. */
export function KeyNeighbours({ number, subject }: Props) {
  const t = useText();
  const found = useGrowingAnswer('eventsOf', subject === '' ? null : [subject]);
  if (subject === '' || found === null) return null;
  const place = found.numbers.indexOf(number);
  return (
    <span className={styles['neighbours']}>
      <Step label={t('why.previousOfKey', { key: subject })} to={found.numbers[place - 1]}>
        <ChevronLeft size={15} aria-hidden />
      </Step>
      <span>{t('why.placeOfKey', { n: place + 1, total: found.numbers.length, key: subject })}</span>
      <Step
        label={t('why.nextOfKey', { key: subject })}
        to={place < 0 ? undefined : found.numbers[place + 1]}
      >
        <ChevronRight size={15} aria-hidden />
      </Step>
    </span>
  );
}

interface StepProps {
  readonly label: string;
  readonly to: number | undefined;
  readonly children: ReactNode;
}

function Step({ label, to, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && useView.getState().selectEvent(to)}
    >
      {children}
    </button>
  );
}
