import { useEffect, useMemo, useState } from 'react';
import { automatonOfObserved } from '#engine/analysis/observed/automatonOfObserved';
import type { ShownObserved } from '#engine/analysis/observed/filterObserved';
import type { Automaton } from '#engine/automata/Automaton';
import { compareLanguages } from '#engine/automata/compareLanguages';
import { shortestWord } from '#engine/automata/shortestWord';
import type { Protocol } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { Choices } from './Choices';
import { comparands } from './comparands';
import { DifferenceText } from './DifferenceText';
import { GivenExpression, GivenFile, type Given } from './GivenAutomaton';
import { keepObservation, useKeptObservation } from './keptObservation';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';
import { useComparand } from './useComparand';

interface Props {
  readonly subject: ObservedSubject;
  readonly shown: ShownObserved;
  readonly k: number;
  /** Told the word to light in the picture; none when there is no difference. */
  readonly onWord: (word: readonly string[]) => void;
}

/** Pairs of states that the page looks at; more would hold it up. */
const mostPairs = 200_000;

/** Two automata side by side: equal, or the shortest words on which they differ, and where those were seen. */
export function ComparePanel({ subject, shown, k, onWord }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  useKeptObservation();
  const [[left, right], setSides] = useState(() => likelySides(subject, doc.protocols));
  const [given, setGiven] = useState<Given>({ regex: null, file: null });
  const choices = comparands(subject, doc, k, t);
  const one = useComparand(left, subject, shown, k, given);
  const other = useComparand(right, subject, shown, k, given);
  const comparison = useCompared(one.automaton, other.automaton);
  const difference = comparison?.different ?? null;
  const word = difference?.difference.word;
  useEffect(() => onWord(word ?? []), [word, onWord]);
  const titleOf = (side: string) => choices.find(({ id }) => id === side)?.title ?? '';
  const sides = [left, right];
  return (
    <details className={styles['section']}>
      <summary>{t('observed.compare')}</summary>
      <Choices
        isLong
        label={t('observed.left')}
        value={left}
        choices={choices}
        onChange={(id) => setSides([id, right])}
      />
      <Choices
        isLong
        label={t('observed.right')}
        value={right}
        choices={choices}
        onChange={(id) => setSides([left, id])}
      />
      {sides.includes('regex') && (
        <GivenExpression
          letters={subject.observed.letters}
          onGive={(regex) => setGiven((now) => ({ ...now, regex }))}
        />
      )}
      {sides.includes('file') && <GivenFile onGive={(file) => setGiven((now) => ({ ...now, file }))} />}
      <output className={styles['answer']} data-testid="comparison">
        {(one.isWaiting || other.isWaiting) && <p>{t('observed.computing')}</p>}
        {(one.isTooLarge || other.isTooLarge) && <p>{t('observed.sideTooLarge')}</p>}
        {comparison !== null && comparison.different === null && <p>{t('observed.equal')}</p>}
        {difference !== null && (
          <DifferenceText
            comparison={difference}
            left={{ title: titleOf(left), isEmpty: isEmpty(one.automaton) }}
            right={{ title: titleOf(right), isEmpty: isEmpty(other.automaton) }}
            subject={subject}
          />
        )}
        {comparison !== null &&
          [
            { id: left, ...one },
            { id: right, ...other },
          ].map(({ id, automaton }, index) =>
            !isEmpty(automaton) ? null : (
              <p key={index}>
                {t(
                  id === 'shown' && shown.hiddenArrows > 0 ? 'observed.hidesAll' : 'observed.acceptsNothing',
                  {
                    side: titleOf(id),
                  },
                )}
              </p>
            ),
          )}
      </output>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['button']}
          onClick={() =>
            keepObservation({
              name: subject.name,
              automaton: automatonOfObserved(subject.observed, shown.arrows),
            })
          }
        >
          {t('observed.keep')}
        </button>
      </div>
    </details>
  );
}

const isEmpty = (automaton: Automaton | null) => automaton !== null && shortestWord(automaton) === null;

/** What is seen beside what is declared, if anything is. */
function likelySides({ at }: ObservedSubject, protocols: readonly Protocol[]): readonly [string, string] {
  const own = protocols.find(({ settings }) => at !== null && settings['bus'] === at.bus);
  return ['shown', own === undefined ? 'regex' : `protocol:${own.id}`];
}

function useCompared(left: Automaton | null, right: Automaton | null) {
  return useMemo(
    () => (left === null || right === null ? null : { different: compareLanguages(left, right, mostPairs) }),
    [left, right],
  );
}
