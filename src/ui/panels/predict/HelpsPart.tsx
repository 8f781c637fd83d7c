import { useContext } from 'react';
import type { Knob } from '#engine/analysis/predict/rankKnobs';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatNumber } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';
import { applySettings } from './applySettings';
import { FewestForm } from './FewestForm';
import styles from './predict.module.css';
import { TaskButton } from './TaskButton';
import { Tier } from './Tier';
import { useNodeName } from './useNodeName';

/** Where one more worker helps most, and how few meet a target. */
export function HelpsPart() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const { answer } = usePredict((state) => state.knobs);
  return (
    <div className={styles['scroll']}>
      <div className={styles['row']}>
        <h3>{t('predicting.knobs')}</h3>
        <TaskButton
          question="knobs"
          label={t('predicting.tryAll')}
          request={() => ({ question: 'knobs', doc })}
        />
      </div>
      {answer === null && <p className={styles['prompt']}>{t('predicting.knobsHelp')}</p>}
      {answer !== null && answer.length === 0 && (
        <p className={styles['prompt']}>{t('predicting.noKnobs')}</p>
      )}
      {answer !== null && answer.length > 0 && <KnobTable knobs={answer} />}
      <FewestForm />
    </div>
  );
}

function KnobTable({ knobs }: { readonly knobs: readonly Knob[] }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nameOf = useNodeName();
  const waiting = (count: number, endless: number) =>
    endless > 0 ? t('predicting.noEnd') : formatNumber(count, language);
  return (
    <table className={styles['table']} data-testid="knobs">
      <caption>{t('predicting.ranked')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('predicting.column.node')}</th>
          <th scope="col">{t('predicting.column.servers')}</th>
          <th scope="col">{t('predicting.column.growth')}</th>
          <th scope="col">{t('predicting.column.waiting')}</th>
          <th scope="col">{t('predicting.column.found')}</th>
          <th scope="col">{t('predicting.column.apply')}</th>
        </tr>
      </thead>
      <tbody>
        {knobs.map((knob) => (
          <tr key={knob.node}>
            <th scope="row">{nameOf(knob.node)}</th>
            <td>
              {knob.from} → {knob.to}
            </td>
            <td>
              {formatNumber(knob.growthBefore, language)} → {formatNumber(knob.growthAfter, language)}
            </td>
            <td>
              {waiting(knob.waitingBefore, knob.endlessBefore)} →{' '}
              {waiting(knob.waitingAfter, knob.endlessAfter)}
            </td>
            <td>
              <Tier tier={knob.tier} />
            </td>
            <td>
              <button type="button" onClick={() => applySettings(knob.node, knob.settings, knob.to)}>
                {t('predicting.apply', { node: nameOf(knob.node) })}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
