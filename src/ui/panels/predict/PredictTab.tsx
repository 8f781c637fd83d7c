import { useEffect, useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';
import { FiguresPart } from './FiguresPart';
import { HelpsPart } from './HelpsPart';
import styles from './predict.module.css';
import { SweepPart } from './SweepPart';

const parts = ['figures', 'helps', 'sweep'] as const;

/** Longer than a person pauses while typing a number. */
const restMs = 400;

/** What the flow comes to in the long run, what would help, and what a number does. */
export function PredictTab() {
  const t = useText();
  const [part, setPart] = useState<(typeof parts)[number]>('figures');
  usePresentPrediction();
  return (
    <div className={styles['tab']}>
      <fieldset className={styles['parts']} aria-label={t('predicting.parts')}>
        {parts.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {t(`predicting.part.${one}`)}
          </button>
        ))}
      </fieldset>
      {part === 'figures' && <FiguresPart />}
      {part === 'helps' && <HelpsPart />}
      {part === 'sweep' && <SweepPart />}
    </div>
  );
}

/** Theory is quick: it follows what is drawn, as soon as that rests. Other settings than those a run sees change nothing. */
function usePresentPrediction(): void {
  useEffect(() => {
    const ask = () => usePredict.getState().ask({ question: 'prediction', doc: useDocument.getState().doc });
    let timer = setTimeout(ask, 0);
    const forget = useDocument.subscribe((now, before) => {
      if (now.revision === before.revision) return;
      clearTimeout(timer);
      timer = setTimeout(ask, restMs);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, []);
}
