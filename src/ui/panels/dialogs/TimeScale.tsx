import { useText } from '#ui/i18n/useText';
import { formatNumber } from '#ui/look/format';
import { useView } from '#ui/store/viewStore';
import { DurationInput } from '../inspector/DurationInput';
import styles from './dialog.module.css';
import { scaleFor, scaleMax, scaleMin } from './scaleFor';

interface Props {
  readonly durationMs: number;
  readonly timeScale: number;
  readonly onChange: (timeScale: number) => void;
}

/** How long the whole log shall take. */
export function TimeScale({ durationMs, timeScale, onChange }: Props) {
  const t = useText();
  const language = useView((state) => state.language);
  const min = Math.max(1, durationMs / scaleMax);
  const offers = [
    { ms: 10_000, label: t('panels.log.in10') },
    { ms: 60_000, label: t('panels.log.in60') },
    { ms: 600_000, label: t('panels.log.in600') },
    { ms: durationMs, label: t('panels.log.asRecorded') },
  ];
  return (
    <fieldset className={styles['scale']}>
      <legend>{t('panels.log.scale')}</legend>
      <div className={styles['row']}>
        {offers.map(({ ms, label }) => (
          <button
            key={label}
            type="button"
            className={styles['button']}
            aria-pressed={timeScale === scaleFor(durationMs, ms)}
            onClick={() => onChange(scaleFor(durationMs, ms))}
          >
            {label}
          </button>
        ))}
        <div className={styles['scaleInput']}>
          <DurationInput
            id="log-length"
            label={t('panels.log.length')}
            value={Math.round(durationMs / timeScale)}
            min={min}
            max={Math.max(min, durationMs / scaleMin)}
            onChange={(ms) => onChange(scaleFor(durationMs, ms))}
            onEnd={() => undefined}
          />
        </div>
        <span className={styles['about']}>
          {t('panels.log.faster', { n: formatNumber(Number(timeScale.toPrecision(3)), language) })}
        </span>
      </div>
    </fieldset>
  );
}
