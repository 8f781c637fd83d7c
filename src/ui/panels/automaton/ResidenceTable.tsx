import { useContext } from 'react';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { AutomatonReport } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatCount, formatPercent } from '#ui/look/format';
import styles from './automaton.module.css';
import { timesEntered } from './timesEntered';
import { useAutomatonWords } from './useAutomatonWords';

interface Props {
  readonly lifecycle: Lifecycle;
  readonly current: string;
  readonly report: AutomatonReport;
}

/** How long the node was in each state. The times add up exactly to the time that has passed. */
export function ResidenceTable({ lifecycle, current, report }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useAutomatonWords();
  const elapsedUs = Object.values(report.residenceUs).reduce((sum, us) => sum + us, 0);
  const entered = timesEntered(lifecycle, report.taken);
  const stays = [...entered.values()].reduce((sum, times) => sum + times, 0);
  return (
    <section className={styles['section']}>
      <h3>{t('automaton.timeInStates')}</h3>
      <table className={styles['table']} data-testid="residence">
        <thead>
          <tr>
            <th scope="col">{t('automaton.state')}</th>
            <th scope="col">{t('automaton.entered')}</th>
            <th scope="col">{t('automaton.time')}</th>
            <th scope="col">{t('automaton.share')}</th>
          </tr>
        </thead>
        <tbody>
          {lifecycle.states.map((state) => {
            const us = report.residenceUs[state] ?? 0;
            return (
              <tr key={state} data-current={state === current || undefined} data-us={us}>
                <th scope="row">
                  {words.state(state)}
                  <Signs lifecycle={lifecycle} state={state} isNow={state === current} />
                </th>
                <td>{formatCount(entered.get(state) ?? 0, language)}</td>
                <td>{formatClock(us, language)}</td>
                <td>{elapsedUs === 0 ? '–' : formatPercent(us / elapsedUs, language)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr data-us={elapsedUs}>
            <th scope="row">{t('automaton.elapsed')}</th>
            <td>{formatCount(stays, language)}</td>
            <td>{formatClock(elapsedUs, language)}</td>
            <td>{elapsedUs === 0 ? '–' : formatPercent(1, language)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface SignsProps {
  readonly lifecycle: Lifecycle;
  readonly state: string;
  readonly isNow: boolean;
}

/** What the graph shows by filling and rings, in words. */
function Signs({ lifecycle, state, isNow }: SignsProps) {
  const t = useText();
  const signs = [
    isNow ? t('graph.isNow') : '',
    state === lifecycle.initial ? t('graph.isInitial') : '',
    lifecycle.accepting.includes(state) ? t('graph.isAccepting') : '',
  ].filter((sign) => sign !== '');
  return signs.length === 0 ? null : <small> · {signs.join(', ')}</small>;
}
