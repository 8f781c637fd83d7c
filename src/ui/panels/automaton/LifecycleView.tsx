import { useContext, useMemo } from 'react';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { AutomatonReport } from '#engine/runtime/Trace';
import type { Place } from '#engine/runtime/Trace';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { GraphView } from '#ui/panels/graph/GraphView';
import { useRun } from '#ui/store/runStore';
import { useCalmRun } from '#ui/store/useCalmRun';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import styles from './automaton.module.css';
import { lifecyclePicture } from './lifecyclePicture';
import { MeanValuesTable } from './MeanValuesTable';
import { ResidenceTable } from './ResidenceTable';
import { TransitionTable } from './TransitionTable';
import { useAutomatonWords } from './useAutomatonWords';
import type { AutomatonViewProps } from './views/AutomatonView';

/** The lifecycle automaton of a node as the run executes it: where it is, how it got there, and for how long. */
export function LifecycleView({ node }: AutomatonViewProps) {
  const t = useText();
  const index = useRun((state) => state.doc.nodes.findIndex(({ id }) => id === node.id));
  const lifecycle = kindById.get(node.kind)?.automaton;
  const isLoaded = useRun((state) => state.generation > 0);
  if (lifecycle === undefined || !isLoaded || index < 0)
    return <p className={styles['empty']}>{t('player.noRunYet')}</p>;
  return <NodeLifecycle key={node.id} index={index} lifecycle={lifecycle} name={node.name} />;
}

interface Props {
  readonly index: number;
  readonly lifecycle: Lifecycle;
  readonly name: string;
}

function NodeLifecycle({ index, lifecycle, name }: Props) {
  const t = useText();
  const words = useAutomatonWords();
  const current = useRun((state) => state.frame?.nodes[index]?.lifecycle ?? lifecycle.initial);
  const last = useRun((state) => state.frame?.nodes[index]?.last ?? null);
  const picture = useMemo(
    () => lifecyclePicture(lifecycle, words, { current, last }),
    [lifecycle, words, current, last],
  );
  const place = usePlace();
  const { value: report } = useRunAnswer('automaton', [index, place]);
  return (
    <div className={styles['tab']}>
      <div className={styles['picture']}>
        <GraphView picture={picture} label={t('automaton.lifecycleOf', { name })} hasTable={false} />
      </div>
      <LastTransition last={last} />
      <ResidenceTable lifecycle={lifecycle} current={current} report={report ?? atRest(lifecycle)} />
      <MeanValuesTable lifecycle={lifecycle} report={report ?? atRest(lifecycle)} />
      <TransitionTable lifecycle={lifecycle} last={last} taken={report?.taken ?? {}} />
    </div>
  );
}

/** Where the report is wanted: between two steps by the time, for states go on lasting. */
function usePlace(): Place {
  const step = useCalmRun((state) => state.playhead.step);
  const betweenUs = useCalmRun((state) =>
    state.frame !== null && state.playhead.timeUs > state.frame.timeUs ? state.playhead.timeUs : null,
  );
  return betweenUs === null ? { step } : { timeUs: betweenUs };
}

function LastTransition({
  last,
}: {
  readonly last: {
    readonly letter: string;
    readonly from: string;
    readonly to: string;
    readonly atUs: number;
  } | null;
}) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useAutomatonWords();
  return (
    <section className={styles['section']}>
      <h3>
        <span>{t('automaton.lastTransition')}</span>
        {last !== null && <span className={styles['when']}>{formatClock(last.atUs, language)}</span>}
      </h3>
      <p className={styles['delta']}>
        {last === null ? (
          t('automaton.noTransition')
        ) : (
          <>
            δ(<b>{words.state(last.from)}</b>, {words.letter(last.letter)}) → <b>{words.state(last.to)}</b>
          </>
        )}
      </p>
    </section>
  );
}

function atRest(lifecycle: Lifecycle): AutomatonReport {
  return { lifecycle: lifecycle.initial, last: null, residenceUs: {}, taken: {} };
}
