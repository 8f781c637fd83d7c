import { Lightbulb, TriangleAlert, Wrench } from 'lucide-react';
import { useContext, useState } from 'react';
import type { Finding } from '#engine/analysis/lint/judgeFlow';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import { applyRemedy } from './applyRemedy';
import { findingSentence, remedySentence } from './lintSentence';
import styles from './lint.module.css';
import { showEvidence } from './showEvidence';

/** One finding: what is wrong, where, and what takes it away. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const [seen, setSeen] = useState<'unasked' | 'searching' | 'found' | 'never'>('unasked');
  const { severity, nodes, wires, remedies, evidence } = finding;
  const Icon = severity === 'warning' ? TriangleAlert : Lightbulb;
  const select = () => {
    useView.getState().select(nodes.length > 0 ? { nodes } : { wires });
    useView.getState().canvasApi?.fitView(nodes);
  };
  const search = async () => {
    setSeen('searching');
    setSeen((await showEvidence(evidence)) ? 'found' : 'never');
  };
  return (
    <li className={styles['row']} data-severity={severity}>
      <Icon size={15} aria-hidden />
      <div className={styles['what']}>
        <p>
          <b>{t(severity === 'warning' ? 'lint.warning' : 'lint.hint')}</b>{' '}
          {findingSentence(t, language, finding)}
        </p>
        <div className={styles['buttons']}>
          {remedies.map((remedy) => {
            const said = remedySentence(t, language, remedy);
            return (
              <button key={remedy.id} type="button" data-main onClick={() => applyRemedy(remedy, said)}>
                <Wrench size={12} aria-hidden /> {said}
              </button>
            );
          })}
          {nodes.length + wires.length > 0 && (
            <button type="button" onClick={select}>
              {t('lint.select')}
            </button>
          )}
          {evidence !== null && (
            <button type="button" disabled={seen === 'searching'} onClick={() => void search()}>
              {t('lint.show')}
            </button>
          )}
          <output className={styles['note']}>
            {seen === 'never' && t('lint.never')}
            {seen === 'searching' && t('lint.searching')}
          </output>
        </div>
      </div>
    </li>
  );
}
