import { useContext } from 'react';
import type { ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { Counterexample } from '#engine/analysis/explore/counterexampleOf';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useExplore } from '#ui/store/exploreStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { sentenceOf } from '../log/sentenceOf';
import { claimOf } from './claimOf';
import styles from './explore.module.css';
import { showOnCanvas } from './showOnCanvas';
import { Unreached } from './Unreached';

/** What came of it: the verdict, and the run that breaks the rule as a list of sentences. */
export function ExploreAnswer() {
  const t = useText();
  const status = useExplore((state) => state.status);
  const result = useExplore((state) => state.result);
  const asked = useExplore((state) => state.asked);
  const request = useExplore((state) => state.request);
  const isChanged = useDocument((state) => state.doc !== asked && asked !== null);
  const shown = useExplore((state) => state.shown);
  const doc = useDocument((state) => state.doc);
  if (status !== 'done' || result === null || request === null || asked === null) return null;
  const property = claimOf(request, asked, t);
  const { verdict, stopped, counterexample, other, unreached, events, holdsUpTo } = result;
  return (
    <div className={styles['result']} data-verdict={verdict}>
      <output className={styles['verdict']}>{t(`exploring.verdict.${verdict}`, { property })}</output>
      {isChanged && doc !== shown && <p className={styles['note']}>{t('exploring.changed')}</p>}
      {stopped !== null && <p className={styles['open']}>{t(`exploring.stopped.${stopped}`)}</p>}
      {events !== null && <p className={styles['note']}>{t('exploring.foundWith', { n: events })}</p>}
      {events === null && holdsUpTo > 0 && (
        <p className={styles['note']}>{t('exploring.holdsUpTo', { n: holdsUpTo })}</p>
      )}
      {counterexample !== null && <Found found={counterexample} which="counterexample" />}
      {other !== null && <Found found={other} which="other" />}
      <Numbers result={result} />
      {unreached !== null && <Unreached unreached={unreached} />}
    </div>
  );
}

interface FoundProps {
  readonly found: Counterexample;
  readonly which: 'counterexample' | 'other';
}

function Found({ found, which }: FoundProps) {
  const t = useText();
  const words = useFlowWords();
  const { steps, waiting, notPossible } = found;
  if (notPossible !== null) {
    return <p className={styles['open']}>{t('exploring.notPossible', { step: notPossible.step })}</p>;
  }
  if (steps.length === 0) return <p className={styles['line']}>{t('exploring.atStart')}</p>;
  const nodes = waiting.map((node) => words.node(node)).join(t('exploring.and'));
  return (
    <>
      <p className={styles['line']}>
        <FoundSentence found={found} which={which} />{' '}
        <button
          type="button"
          className={styles['show']}
          onClick={() => showOnCanvas(() => useExplore.getState().showFound(which))}
        >
          {t(which === 'other' ? 'exploring.showOther' : 'exploring.show')}
        </button>
      </p>
      <ol className={styles['steps']} aria-label={t('exploring.banner')}>
        {steps.map((entry) => (
          <li key={entry.step} data-repeats={found.loop !== null && entry.step >= found.loop.from}>
            {sentenceOf(entry, words, t)}
          </li>
        ))}
      </ol>
      {nodes !== '' && <p className={styles['line']}>{t('exploring.waiting', { nodes })}</p>}
    </>
  );
}

function FoundSentence({ found: { steps, loop, isShortest }, which }: FoundProps) {
  const t = useText();
  const n = steps.length;
  if (loop !== null) return t('exploring.round', { before: loop.from - 1, n: loop.length });
  if (which === 'other') return t('exploring.other', { n });
  return t(isShortest ? 'exploring.shortest' : 'exploring.found', { n });
}

function Numbers({ result }: { readonly result: ExplorationAnswer }) {
  const t = useText();
  const words = useFlowWords();
  const language = useContext(LanguageContext);
  const { configurations, transitions, depth } = result.progress;
  return (
    <>
      <p className={styles['note']}>
        {t('exploring.looked', {
          configurations: formatCount(configurations, language),
          transitions: formatCount(transitions, language),
          depth,
          ends: result.ends,
        })}
      </p>
      {result.assumptions.map(({ id, node, words: said }) => (
        <p key={`${id} ${node}`} className={styles['note']}>
          {t(`exploring.assumes.${id}`, { node: words.node(node), words: said.join(t('exploring.and')) })}
        </p>
      ))}
    </>
  );
}
