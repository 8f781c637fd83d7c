import { useContext } from 'react';
import { eachOnce } from '#engine/analysis/predict/assumptionTexts';
import type { Prediction } from '#engine/analysis/predict/Prediction';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration, formatNumber } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';
import { failureSentence } from '../problems/failureSentence';
import { assumptionSentence } from './assumptionSentence';
import { FigureTable } from './FigureTable';
import styles from './predict.module.css';
import { StationTable } from './StationTable';
import { TaskButton } from './TaskButton';
import { useNodeName } from './useNodeName';

/** Every waiting line and every node: what theory says, and what runs come to. */
export function FiguresPart({ prediction }: { readonly prediction: Prediction | null }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nameOf = useNodeName();
  const doc = useDocument((state) => state.doc);
  const problem = usePredict((state) => state.prediction.problem);
  const runs = usePredict((state) => state.runs);
  if (prediction === null)
    return (
      <p className={styles['prompt']}>
        {problem === '' ? t('predicting.working') : failureSentence(t, problem)}
      </p>
    );
  if (prediction.stations.length === 0 && prediction.nodes.length === 0)
    return <p className={styles['prompt']}>{t('predicting.empty')}</p>;
  const { stations, forks, bottleneck } = prediction;
  const { publishedPerSecond, sustainablePerSecond } = prediction.capacity;
  const taken = eachOnce([...prediction.assumptions, ...stations.flatMap((one) => one.assumptions)]);
  const missing = eachOnce(stations.flatMap((one) => one.missing));
  return (
    <div className={styles['scroll']}>
      {bottleneck !== null && (
        <p className={styles['headline']}>{t('predicting.bottleneck', { node: nameOf(bottleneck) })}</p>
      )}
      {publishedPerSecond !== null && sustainablePerSecond !== null && (
        <p className={styles['line']} data-testid="capacity">
          {t(sustainablePerSecond > publishedPerSecond ? 'predicting.keepsUp' : 'predicting.tooMuch', {
            published: formatNumber(publishedPerSecond, language),
            most: formatNumber(sustainablePerSecond, language),
          })}
        </p>
      )}
      <StationTable stations={stations} />
      {forks.map(({ id, parts, allDoneUs, tier, model }) => (
        <p key={id} className={styles['line']}>
          {t('predicting.fork', {
            node: nameOf(id),
            n: parts,
            time: formatDuration(allDoneUs, language),
            model,
            tier: t(`predicting.tier.${tier}`),
          })}
        </p>
      ))}
      <div className={styles['row']}>
        <h3>{t('predicting.byNode')}</h3>
        <TaskButton
          question="runs"
          label={t('predicting.compare')}
          request={() => ({ question: 'runs', doc })}
        />
      </div>
      <FigureTable
        nodes={prediction.nodes}
        simulated={runs.answer ?? []}
        isStale={runs.doc !== null && runs.doc !== doc}
      />
      {taken.length > 0 && <h3>{t('predicting.taken')}</h3>}
      <ul className={styles['list']}>
        {taken.map((one) => (
          <li key={JSON.stringify(one)}>{assumptionSentence(t, language, one, doc)}</li>
        ))}
      </ul>
      {missing.length > 0 && <h3>{t('predicting.missing')}</h3>}
      <ul className={styles['list']}>
        {missing.map((one) => (
          <li key={JSON.stringify(one)}>{assumptionSentence(t, language, one, doc)}</li>
        ))}
      </ul>
    </div>
  );
}
