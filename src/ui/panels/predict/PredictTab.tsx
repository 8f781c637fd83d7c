import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { FiguresPart } from './FiguresPart';
import { HelpsPart } from './HelpsPart';
import styles from './predict.module.css';
import { SweepPart } from './SweepPart';
import { usePresentPrediction } from './usePresentPrediction';

const parts = ['figures', 'helps', 'sweep'] as const;

/** What the flow comes to in the long run, what would help, and what a number does. */
export function PredictTab() {
  const t = useText();
  const [part, setPart] = useState<(typeof parts)[number]>('figures');
  const prediction = usePresentPrediction();
  return (
    <div className={styles['tab']}>
      <fieldset className={styles['parts']} aria-label={t('predicting.parts')}>
        {parts.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {t(`predicting.part.${one}`)}
          </button>
        ))}
      </fieldset>
      {part === 'figures' && <FiguresPart prediction={prediction} />}
      {part === 'helps' && <HelpsPart />}
      {part === 'sweep' && <SweepPart />}
    </div>
  );
}
