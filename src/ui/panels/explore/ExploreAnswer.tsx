import { useContext } from 'react';
import type { CheckAnswer } from '#engine/analysis/explore/Check';
import type { Counterexample } from '#engine/analysis/explore/counterexampleOf';
import { hasText } from '#ui/i18n/catalogue';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useExplore } from '#ui/store/exploreStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { sentenceOf } from '../log/sentenceOf';
import styles from './explore.module.css';

/** What came of it: the verdict, and the run that breaks the rule as a list of sentences. */
export function ExploreAnswer() {
  const t = useText();
  const status = useExplore((state) => state.status);
  const result = useExplore((state) => state.result);
  const asked = useExplore((state) => state.asked);
  const isChanged = useDocument((state) => state.doc !== asked && asked !== null);
  const shown = useExplore((state) => state.shown);
  const doc = useDocument((state) => state.doc);
  if (status !== 'done' || result === null) return null;
  const key = `exploring.property.${result.property}`;
  const property = hasText(key) ? t(key) : result.sentence;
  return (
    <div className={styles['result']} data-verdict={result.verdict}>
      <output className={styles['verdict']}>{t(`exploring.verdict.${result.verdict}`, { property })}</output>
      {isChanged && doc !== shown && <p className={styles['note']}>{t('exploring.changed')}</p>}
      {result.stopped !== null && (
        <p className={styles['open']}>{t(`exploring.stopped.${result.stopped}`)}</p>
      )}
      {result.counterexample !== null && <Found found={result.counterexample} />}
      <Numbers result={result} />
    </div>
  );
}

function Found({ found }: { readonly found: Counterexample }) {
  const t = useText();
  const words = useFlowWords();
  const { steps, waiting, notPossible, isShortest } = found;
  if (notPossible !== null) {
    return <p className={styles['open']}>{t('exploring.notPossible', { step: notPossible.step })}</p>;
  }
  const nodes = waiting.map((node) => words.node(node)).join(t('exploring.and'));
  return (
    <>
      <p className={styles['line']}>
        {t(isShortest ? 'exploring.shortest' : 'exploring.found', { n: steps.length })}{' '}
        <button type="button" className={styles['show']} onClick={() => useExplore.getState().showFound()}>
          {t('exploring.show')}
        </button>
      </p>
      <ol className={styles['steps']} aria-label={t('exploring.banner')}>
        {steps.map((entry) => (
          <li key={entry.step}>{sentenceOf(entry, words, t)}</li>
        ))}
      </ol>
      {nodes !== '' && <p className={styles['line']}>{t('exploring.waiting', { nodes })}</p>}
    </>
  );
}

function Numbers({ result }: { readonly result: CheckAnswer }) {
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
