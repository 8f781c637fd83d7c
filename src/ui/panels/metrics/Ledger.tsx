import { Fragment, useContext } from 'react';
import { Check, TriangleAlert } from 'lucide-react';
import { fates, missingFrom, whereabouts, type LedgerLine } from '#engine/model/Ledger';
import type { Totals } from '#engine/runtime/totals';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import styles from './metrics.module.css';

/** What became of everything, as equations that add up: of the flow, and then node by node. */
export function Ledger({ totals: { flow, nodes } }: { readonly totals: Totals }) {
  const t = useText();
  const words = useFlowWords();
  const wires = useRun((state) => state.doc.wires);
  const ids = useRun((state) => state.doc.nodes);
  const targetsOf = ({ wires: own }: LedgerLine) =>
    [...new Set(own.map((wire) => wires[wire]?.to.node))]
      .map((id) => words.node(ids.findIndex((node) => node.id === id)))
      .join(', ');
  return (
    <section className={styles['ledger']} aria-label={t('metrics.ledger')}>
      <h3>{t('metrics.ledger')}</h3>
      <ul aria-label={t('metrics.flow')}>
        {flow.map((line) => (
          <li key={line.counts}>
            <Equation line={line} name={t(`metrics.at.${line.counts}`)} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('metrics.ledgerByNode')}</summary>
        <ul>
          {nodes.flatMap(({ node, lines }) =>
            lines.map((line, index) => {
              const targets = targetsOf(line);
              const name = words.node(node);
              return (
                <li key={`${node} ${String(index)}`}>
                  <Equation
                    line={line}
                    name={targets === '' ? name : t('metrics.toWhom', { name, targets })}
                  />
                </li>
              );
            }),
          )}
        </ul>
      </details>
    </section>
  );
}

/** What came = every fate, and where the rest is now. Every possible fate is named; what is nowhere is not. */
function Equation({ line, name }: { readonly line: LedgerLine; readonly name: string }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const number = (count: number) => formatCount(count, language);
  const parts = [
    ...fates.flatMap((fate) => {
      const count = line.fates[fate];
      return count === undefined ? [] : [{ id: fate, count, text: t(`metrics.fate.${fate}`) }];
    }),
    ...whereabouts.flatMap((place) => {
      const count = line.still[place] ?? 0;
      return count === 0 ? [] : [{ id: place, count, text: t(`metrics.still.${place}`) }];
    }),
  ];
  const missing = missingFrom(line);
  return (
    <>
      <span className={styles['who']}>{name}</span>
      <span className={styles['equation']}>
        <span>
          <b>{number(line.came)}</b> {t(`metrics.counts.${line.counts}`)}
        </span>
        {parts.map(({ id, count, text }, index) => (
          <Fragment key={id}>
            {index === 0 ? ' = ' : ' + '}
            <span data-none={count === 0 || undefined}>
              <b>{number(count)}</b> {text}
            </span>
          </Fragment>
        ))}{' '}
        {missing === 0 ? (
          <span className={styles['right']} title={t('metrics.addsUp')}>
            <Check size={14} aria-hidden />
            <span className={styles['hidden']}>{t('metrics.addsUp')}</span>
          </span>
        ) : (
          <span className={styles['wrong']}>
            <TriangleAlert size={14} aria-hidden /> {t('metrics.missing', { n: number(missing) })}
          </span>
        )}
      </span>
    </>
  );
}
