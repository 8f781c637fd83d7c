import { useContext } from 'react';
import { meanValues } from '#engine/analysis/meanValues';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { AutomatonReport } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration, formatPercent } from '#ui/look/format';
import styles from './automaton.module.css';
import { useAutomatonWords } from './useAutomatonWords';

interface Props {
  readonly lifecycle: Lifecycle;
  readonly report: AutomatonReport;
}

/** How long a stay in each state lasts, where it goes then, and how long until the node may end; as the run has it so far. */
export function MeanValuesTable({ lifecycle, report }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useAutomatonWords();
  const seen = meanValues(lifecycle, report).filter(({ stayUs }) => stayUs !== null);
  return (
    <section className={styles['section']}>
      <details>
        <summary>{t('automaton.means')}</summary>
        <table className={styles['table']} data-testid="mean-values">
          <caption>{t('automaton.meansHelp')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('automaton.state')}</th>
              <th scope="col">{t('automaton.meanStay')}</th>
              <th scope="col">{t('automaton.next')}</th>
              <th scope="col">{t('automaton.toEnd')}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map(({ state, stayUs, next, toAcceptingUs }) => (
              <tr key={state}>
                <th scope="row">{words.state(state)}</th>
                <td>{formatDuration(stayUs ?? 0, language)}</td>
                <td>
                  {next.length === 0
                    ? '–'
                    : next
                        .map(
                          ({ state: to, probability }) =>
                            `${words.state(to)} ${formatPercent(probability, language)}`,
                        )
                        .join(', ')}
                </td>
                <td>
                  {toAcceptingUs === null
                    ? t('automaton.notReached')
                    : formatDuration(toAcceptingUs, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
