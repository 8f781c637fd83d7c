import { useContext } from 'react';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Transition } from '#engine/runtime/Trace';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import styles from './automaton.module.css';
import { useAutomatonWords } from './useAutomatonWords';

interface Props {
  readonly lifecycle: Lifecycle;
  readonly last: Transition | null;
  /** Keyed as in the report of the run. */
  readonly taken: Readonly<Record<string, number>>;
}

/** The transition function as a table, with how often each transition was taken. */
export function TransitionTable({ lifecycle, last, taken }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useAutomatonWords();
  const rows = lifecycle.states.flatMap((from) =>
    Object.entries(lifecycle.transitions[from] ?? {}).map(([letter, to]) => ({ from, letter, to })),
  );
  return (
    <section className={styles['section']}>
      <details>
        <summary>{t('automaton.transitions')}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('automaton.from')}</th>
              <th scope="col">{t('automaton.letterHeading')}</th>
              <th scope="col">{t('automaton.to')}</th>
              <th scope="col">{t('automaton.times')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, letter, to }) => {
              const isLast = last?.from === from && last.letter === letter;
              return (
                <tr key={`${from} ${letter}`} data-current={isLast || undefined}>
                  <th scope="row">{words.state(from)}</th>
                  <td>{words.letter(letter)}</td>
                  <td>{words.state(to)}</td>
                  <td>{formatCount(taken[`${from}\u0000${letter}`] ?? 0, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </section>
  );
}
