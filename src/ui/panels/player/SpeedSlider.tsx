import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { notchOf, speedAt, speeds } from '#ui/store/speeds';
import { speedText } from './speedText';
import styles from './transport.module.css';

/** From a sixteenth of real time to 64 times, and at the right end as fast as possible. */
export function SpeedSlider() {
  const t = useText();
  const speed = useRun((state) => state.speed);
  const setSpeed = useRun((state) => state.setSpeed);
  const isMax = speed === Infinity;
  const short = isMax ? t('player.speedMax') : t('player.speedValue', { n: speedText(speed) });
  const said = isMax ? t('player.speedMaxSaid') : t('player.speedSaid', { n: speedText(speed) });
  return (
    <label className={styles['speed']} title={t('player.speed')}>
      <span className={styles['speedValue']} aria-hidden="true">
        {short}
      </span>
      <input
        type="range"
        className={styles['slider']}
        min={0}
        max={speeds.length - 1}
        step={1}
        value={notchOf(speed)}
        aria-label={t('player.speed')}
        aria-valuetext={said}
        onChange={(event) => setSpeed(speedAt(event.currentTarget.valueAsNumber))}
      />
    </label>
  );
}
