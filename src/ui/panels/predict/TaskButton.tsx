import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatPercent } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { usePredict, type AskedPrediction, type PredictQuestion } from '#ui/store/predictStore';
import { failureSentence } from '../problems/failureSentence';
import styles from './predict.module.css';

interface Props {
  readonly question: PredictQuestion;
  readonly label: string;
  /** What is asked; null where the form is not filled in. */
  readonly request: () => AskedPrediction | null;
}

/** Asks something that takes a while, shows how far it is, and stops it. */
export function TaskButton({ question, label, request }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { status, share, problem, doc: asked } = usePredict((state) => state[question]);
  const doc = useDocument((state) => state.doc);
  const isWorking = status === 'working';
  return (
    <span className={styles['task']}>
      {isWorking ? (
        // Another element than the one below, so that a second click does not ask again.
        <button key="stop" type="button" onClick={() => usePredict.getState().cancel(question)}>
          {t('predicting.stop')}
        </button>
      ) : (
        <button
          key="go"
          type="button"
          data-main
          onClick={() => {
            const asked = request();
            if (asked !== null) usePredict.getState().ask(asked);
          }}
        >
          {label}
        </button>
      )}
      <output>
        {isWorking && formatPercent(share, language)}
        {status === 'cancelled' && t('predicting.stopped')}
        {status === 'failed' && failureSentence(t, problem)}
        {status === 'done' && asked !== doc && t('predicting.changed')}
      </output>
    </span>
  );
}
