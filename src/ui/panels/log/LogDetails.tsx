import { CornerDownRight } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import styles from './log.module.css';

const shownAtMost = 12;

/** What the step that the keys stand on has led to; each of them is a place to go to. */
export function LogDetails({
  step,
  onChoose,
}: {
  readonly step: number;
  readonly onChoose: (step: number) => void;
}) {
  const t = useText();
  const { value, isCurrent } = useRunAnswer('effects', step > 0 ? [step] : null);
  if (value === null || step === 0) return null;
  return (
    <div className={styles['details']} aria-busy={!isCurrent} data-testid="effects">
      <CornerDownRight size={13} aria-hidden />
      <span>
        {step}: {t(value.steps.length === 0 ? 'why.log.noEffects' : 'why.log.effects')}
      </span>
      {value.steps.slice(0, shownAtMost).map((effect) => (
        <button
          key={effect}
          type="button"
          className={styles['causeLink']}
          aria-label={t('why.log.goTo', { step: effect })}
          onClick={() => onChoose(effect)}
        >
          {effect}
        </button>
      ))}
      {value.steps.length > shownAtMost && <span>+{value.steps.length - shownAtMost}</span>}
      {!value.isComplete && <span>{t('why.log.moreEffects')}</span>}
    </div>
  );
}
