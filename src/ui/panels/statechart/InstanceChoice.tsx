import { useContext } from 'react';
import type { ChartInstanceView, ChartView } from '#kinds/handler/chart/ChartView';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatCount } from '#ui/look/format';
import automatonStyles from '../automaton/automaton.module.css';
import styles from '../inspector/control.module.css';
import chartStyles from './statechart.module.css';

interface Props {
  readonly view: ChartView;
  /** Null for all keys together. */
  readonly chosenKey: string | null;
  readonly chosen: ChartInstanceView | null;
  readonly onChoose: (key: string | null) => void;
}

/** How many instances there are, which of them is looked at, and where that one is. */
export function InstanceChoice({ view, chosenKey, chosen, onChoose }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const count = (n: number) => formatCount(n, language);
  const isGone = chosenKey !== null && chosen === null;
  return (
    <section className={automatonStyles['section']}>
      <p>
        {view.isPerKey
          ? t('chart.counts', { n: count(view.instances), done: count(view.done) })
          : t('chart.counts.one')}
      </p>
      {view.unhandled > 0 && <p>{t('chart.unhandled', { n: count(view.unhandled) })}</p>}
      {view.broken > 0 && <p>{t('chart.broken', { n: count(view.broken) })}</p>}
      {view.isPerKey && (
        <label className={chartStyles['choice']}>
          <span>{t('chart.key')}</span>
          <select
            className={styles['select']}
            // A key may be empty, so that keys have a sign before them here.
            value={chosenKey === null ? '' : `:${chosenKey}`}
            onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value.slice(1))}
          >
            <option value="">{t('chart.allKeys')}</option>
            <optgroup label={t('chart.recent', { n: view.recent.length })}>
              {view.recent.map(({ key }) => (
                <option key={key} value={`:${key}`}>
                  {key === '' ? t('chart.noKey') : key}
                </option>
              ))}
            </optgroup>
            {isGone && <option value={`:${chosenKey}`}>{chosenKey}</option>}
          </select>
        </label>
      )}
      <output className={chartStyles['said']}>{sentence()}</output>
    </section>
  );

  function sentence(): string {
    if (isGone) return t('chart.elsewhere', { n: view.recent.length });
    if (chosen === null) return '';
    const values = {
      where: chosen.text === '' ? t('chart.whole') : chosen.text,
      time: formatClock(chosen.sinceUs, language),
    };
    if (chosen.status !== 'active') {
      return t(chosen.status === 'done' ? 'chart.instance.done' : 'chart.instance.error', values);
    }
    const next = chosen.dueUs === null ? '' : t('chart.next', { time: formatClock(chosen.dueUs, language) });
    return [t('chart.instance', values), next].filter((part) => part !== '').join(t('canvas.comma'));
  }
}
