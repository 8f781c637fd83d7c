import { useContext } from 'react';
import { figureNames } from '#engine/analysis/predict/figureNames';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { figureText } from './figureText';
import styles from './predict.module.css';
import { Tier } from './Tier';
import { usePresentPrediction } from './usePresentPrediction';

/** What one node comes to in the long run, each figure with how it was found. */
export function NodeLongRun({ nodeId }: { readonly nodeId: string }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const prediction = usePresentPrediction();
  if (prediction === null) return <p className={styles['prompt']}>{t('predicting.working')}</p>;
  const node = prediction.nodes.find(({ id }) => id === nodeId);
  const rows = figureNames.flatMap((name) => {
    const found = node?.figures.find(({ figure }) => figure === name);
    return found === undefined ? [] : [{ ...found, figure: name }];
  });
  if (rows.length === 0) return null;
  return (
    <table className={`${styles['table']} ${styles['longRun']}`} data-testid="long-run">
      <caption>{t('predicting.longRun')}</caption>
      <tbody>
        {rows.map(({ figure, value, tier, model }) => (
          <tr key={figure}>
            <th scope="row">{t(`predicting.figure.${figure}`)}</th>
            <td title={model}>
              {figureText(figure, value, language)} <Tier tier={tier} />
            </td>
          </tr>
        ))}
        {node?.isOverloaded === true && (
          <tr>
            <th scope="row">{t('predicting.figure.queue.mean')}</th>
            <td>{t('predicting.noEnd')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
