import { useContext } from 'react';
import type { ChartView } from '#kinds/handler/chart/ChartView';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount, formatDuration } from '#ui/look/format';
import { useCalmRun } from '#ui/store/useCalmRun';
import styles from '../automaton/automaton.module.css';

interface Props {
  readonly view: ChartView;
  /** What the states are called, by their places. */
  readonly names: readonly string[];
}

/** How many instances are in each state, how often it was entered, and for how long. */
export function StateTable({ view, names }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const nowUs = useCalmRun((state) => Math.max(state.playhead.timeUs, state.frame?.timeUs ?? 0));
  return (
    <section className={styles['section']}>
      <h3>{t('chart.table')}</h3>
      <table className={styles['table']} data-testid="chart-states">
        <thead>
          <tr>
            <th scope="col">{t('chart.table.state')}</th>
            <th scope="col">{t('chart.table.now')}</th>
            <th scope="col">{t('chart.table.entered')}</th>
            <th scope="col">{t('chart.table.time')}</th>
            <th scope="col">{t('chart.table.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {view.states.map(({ index, now, entered, sumUs, sinceUs }) => {
            const us = sumUs + now * Math.max(0, nowUs - sinceUs);
            return (
              <tr key={index} data-current={now > 0 || undefined}>
                <th scope="row">{names[index]}</th>
                <td>{formatCount(now, language)}</td>
                <td>{formatCount(entered, language)}</td>
                <td>{formatDuration(us, language)}</td>
                <td>{entered === 0 ? '–' : formatDuration(us / entered, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
