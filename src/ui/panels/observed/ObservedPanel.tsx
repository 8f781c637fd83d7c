import { useContext, useDeferredValue, useMemo, useState } from 'react';
import { filterObserved } from '#engine/analysis/observed/filterObserved';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { GraphView } from '#ui/panels/graph/GraphView';
import type { Place } from '#ui/panels/graph/walkPicture';
import { ArrowFacts } from './ArrowFacts';
import { CoverageText } from './CoverageText';
import { ComparePanel } from './ComparePanel';
import { InferPanel } from './InferPanel';
import styles from './observed.module.css';
import { arrowId, observedPicture } from './observedPicture';
import type { ObservedSubject } from './ObservedSubject';
import { RareFilter } from './RareFilter';

/** What was observed on a bus or in a log: its picture, how much of it is shown, a comparison and an inference. */
export function ObservedPanel({ subject }: { readonly subject: ObservedSubject }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { observed, isComplete, name } = subject;
  const [chosen, setChosen] = useState<number | null>(null);
  const suggested = useMemo(() => (isComplete ? suggestThreshold(observed) : 0), [observed, isComplete]);
  const threshold = useDeferredValue(chosen ?? suggested);
  const [place, setPlace] = useState<Place | null>(null);
  const [word, setWord] = useState<readonly string[]>([]);
  const [k, setK] = useState(2);
  const shown = useMemo(() => filterObserved(observed, threshold), [observed, threshold]);
  const picture = useMemo(
    () => observedPicture(observed, shown, { t, language, hasTimes: isComplete, word }),
    [observed, shown, t, language, isComplete, word],
  );
  const arrow = place?.on === 'arrow' ? shown.arrows.find((one) => arrowId(one) === place.id) : undefined;
  return (
    <div className={styles['panel']}>
      <GraphView
        picture={picture}
        label={t('observed.graphOf', { name })}
        legend={t('observed.legend')}
        place={place}
        onPlace={setPlace}
      />
      <RareFilter value={chosen ?? suggested} onChange={setChosen} />
      <CoverageText subject={subject} shown={shown} />
      {arrow !== undefined && <ArrowFacts arrow={arrow} subject={subject} />}
      <ComparePanel subject={subject} shown={shown} k={k} onWord={setWord} />
      <InferPanel subject={subject} k={k} onK={setK} />
    </div>
  );
}

/** As little as leaves a drawing that can be read: some thirty arrows. */
function suggestThreshold(observed: ObservedSubject['observed']): number {
  const steps = [0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3];
  return steps.find((step) => filterObserved(observed, step).arrows.length <= 32) ?? 0.3;
}
