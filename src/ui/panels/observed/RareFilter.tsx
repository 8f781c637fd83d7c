import { useId } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './observed.module.css';

interface Props {
  /** Between 0 and 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const most = 50;

/** Which share of what leaves a state an arrow must have to be shown, by slider and by number. */
export function RareFilter({ value, onChange }: Props) {
  const t = useText();
  const id = useId();
  const percent = Math.round(value * 100);
  const choose = (text: string) => {
    const number = Number(text);
    if (Number.isFinite(number)) onChange(Math.min(most, Math.max(0, number)) / 100);
  };
  return (
    <div className={styles['filter']}>
      <label htmlFor={id}>{t('observed.rare')}</label>
      <input
        type="range"
        aria-label={t('observed.rareSlider')}
        min={0}
        max={most}
        step={1}
        value={percent}
        onChange={(event) => choose(event.target.value)}
      />
      <input
        id={id}
        type="number"
        min={0}
        max={most}
        step={1}
        value={percent}
        onChange={(event) => choose(event.target.value)}
      />
      <span aria-hidden>%</span>
    </div>
  );
}
