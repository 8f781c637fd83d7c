import { useContext } from 'react';
import type { ChartInstanceView, ChartView } from '#kinds/handler/chart/ChartView';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatCount } from '#ui/look/format';
import automatonStyles from '../automaton/automaton.module.css';
import { KeyChoice } from '../automaton/KeyChoice';
import type { useKeys } from '../automaton/useKeys';
import chartStyles from './statechart.module.css';

interface Props {
  readonly view: ChartView;
  readonly keys: ReturnType<typeof useKeys>;
  /** The one that is looked at; null for all together. */
  readonly chosen: ChartInstanceView | null;
}

/** How many instances there are, which of them is looked at, and where that one is. */
export function InstanceChoice({ view, keys, chosen }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const count = (n: number) => formatCount(n, language);
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
        <KeyChoice
          wanted={keys.wanted}
          onWant={keys.onWant}
          report={keys.report}
          recent={view.recent.map(({ key }) => key)}
        />
      )}
      <output className={chartStyles['said']}>{sentence()}</output>
    </section>
  );

  function sentence(): string {
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
