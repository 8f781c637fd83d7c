import { useContext, useMemo, useState } from 'react';
import { comparedBranchOf, flowOf } from '#engine/model/branches';
import type { FlowDoc, KeptBranch } from '#engine/model/FlowDoc';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useCompare } from '#ui/store/compareStore';
import { useDocument } from '#ui/store/documentStore';
import { failureSentence } from '../problems/failureSentence';
import { BranchTree } from './BranchTree';
import { ChangeList } from './ChangeList';
import styles from './compare.module.css';
import { DifferenceTable } from './DifferenceTable';
import { FirstDifference } from './FirstDifference';
import { Headlines } from './Headlines';
import { KeepButton } from './KeepButton';
import { PairChoice } from './PairChoice';
import { PairedLanes } from './PairedLanes';
import { useDifference } from '#ui/store/useDifference';
import { useMetricDifferences } from './useMetricDifferences';

const views = ['lanes', 'figures', 'branches'] as const;

/** Two branches: what is different about them, seen from several sides. */
export function ComparePair() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const compared = comparedBranchOf(doc);
  const [view, setView] = useState<(typeof views)[number]>('lanes');
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <PairChoice />
        <fieldset className={styles['views']} aria-label={t('compare.views')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view}
              className={styles['view']}
              onClick={() => setView(one)}
            >
              {t(`compare.view.${one}`)}
            </button>
          ))}
        </fieldset>
        <span className={styles['push']}>
          <KeepButton />
        </span>
      </div>
      {compared === undefined || view === 'branches' ? (
        <div className={styles['scroll']}>
          <BranchTree />
        </div>
      ) : (
        <Compared doc={doc} compared={compared} view={view} />
      )}
    </div>
  );
}

interface Props {
  readonly doc: FlowDoc;
  readonly compared: KeptBranch;
  readonly view: 'lanes' | 'figures';
}

function Compared({ doc, compared, view }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const error = useCompare((state) => state.error);
  const [isToPlayhead, setToPlayhead] = useState(false);
  const difference = useDifference();
  const figures = useMetricDifferences(isToPlayhead);
  const own = useMemo(() => flowOf(doc), [doc]);
  const docs = useMemo(() => [own, compared.flow] as const, [own, compared]);
  const names = { own: doc.branches?.open.name ?? '', other: compared.name };
  const markUs = momentOf(difference);
  if (error !== null) {
    return (
      <p role="alert" className={styles['bad']}>
        {t('compare.failed', { error: failureSentence(t, error) })}
      </p>
    );
  }
  return (
    <>
      <div className={styles['told']}>
        <FirstDifference difference={difference} names={names} />
        <div className={styles['line']}>
          <ChangeList docs={docs} names={names} />
          <Headlines figures={figures} docs={docs} />
        </div>
      </div>
      {view === 'lanes' ? (
        <PairedLanes
          names={names}
          markUs={markUs}
          markTitle={markUs === null ? '' : t('compare.mark', { time: formatClock(markUs, language) })}
        />
      ) : (
        <DifferenceTable
          figures={figures}
          docs={docs}
          names={names}
          isToPlayhead={isToPlayhead}
          onToPlayhead={setToPlayhead}
        />
      )}
    </>
  );
}

/** When the runs first differ, in whichever it is earlier. */
function momentOf(difference: ReturnType<typeof useDifference>): number | null {
  if (difference === null || difference.first === null) return null;
  const { own, other } = difference.first;
  return Math.min(own?.timeUs ?? Infinity, other?.timeUs ?? Infinity);
}
