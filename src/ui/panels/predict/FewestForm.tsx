import { useContext, useState } from 'react';
import { serversOf } from '#engine/analysis/predict/changeServers';
import { judgedKinds } from '#kinds/judgedKinds';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration, formatPercent } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';
import { applySettings } from './applySettings';
import styles from './predict.module.css';
import { TaskButton } from './TaskButton';
import { Tier } from './Tier';
import { useNodeName } from './useNodeName';

/** The smallest number of workers of a node that meets a target. */
export function FewestForm() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const bottleneck = usePredict((state) => state.prediction.answer?.bottleneck ?? null);
  const choices = doc.nodes.filter(({ id }) => serversOf(doc, judgedKinds, id) !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [of, setOf] = useState<'response' | 'loss'>('response');
  const [text, setText] = useState('200');
  const usual = choices.some(({ id }) => id === bottleneck) ? bottleneck : (choices[0]?.id ?? null);
  const node = choices.some(({ id }) => id === chosen) ? chosen : usual;
  const value = Number(text.replace(',', '.'));
  const isGood = text.trim() !== '' && value >= 0 && (of === 'response' || value <= 100);
  if (node === null) return null;
  return (
    <section className={styles['form']} aria-label={t('predicting.fewest')}>
      <h3>{t('predicting.fewest')}</h3>
      <label>
        {t('predicting.column.node')}
        <select value={node} onChange={({ target }) => setChosen(target.value)}>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('predicting.target')}
        <select value={of} onChange={({ target }) => setOf(target.value === 'loss' ? 'loss' : 'response')}>
          <option value="response">{t('predicting.target.response')}</option>
          <option value="loss">{t('predicting.target.loss')}</option>
        </select>
      </label>
      <label>
        {t(of === 'response' ? 'predicting.atMostMs' : 'predicting.atMostPercent')}
        <input
          type="text"
          inputMode="decimal"
          value={text}
          aria-invalid={!isGood}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <TaskButton
        question="fewest"
        label={t('predicting.find')}
        request={() =>
          isGood
            ? { question: 'fewest', doc, node, target: { of, atMost: of === 'loss' ? value / 100 : value } }
            : null
        }
      />
      {!isGood && <p role="alert">{t('predicting.badNumber')}</p>}
      <FewestAnswer of={of} />
    </section>
  );
}

function FewestAnswer({ of }: { readonly of: 'response' | 'loss' }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nameOf = useNodeName();
  const { answer, status } = usePredict((state) => state.fewest);
  if (answer === null || status === 'working') return null;
  const { node, servers, settings, tried, why } = answer;
  const last = tried.at(-1);
  const value = last?.value ?? null;
  const text =
    value === null
      ? t('predicting.noEnd')
      : of === 'loss'
        ? formatPercent(value, language)
        : formatDuration(value * 1000, language);
  return (
    <output className={styles['line']}>
      {servers === null
        ? t(why === 'work' ? 'predicting.workTooLong' : 'predicting.notEnough', {
            node: nameOf(node),
            n: last?.servers ?? 0,
            value: text,
          })
        : t('predicting.enough', { node: nameOf(node), n: servers, value: text })}{' '}
      {last !== undefined && <Tier tier={last.tier} />}{' '}
      {servers !== null && settings !== null && (
        <button type="button" onClick={() => applySettings(node, settings, servers)}>
          {t('predicting.apply', { node: nameOf(node) })}
        </button>
      )}
    </output>
  );
}
