import { useContext } from 'react';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { AutomatonReport } from '#engine/runtime/Trace';
import type { Place } from '#engine/runtime/Trace';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useView } from '#ui/store/viewStore';
import styles from './automaton.module.css';
import { AutomatonGraph } from './AutomatonGraph';
import { ResidenceTable } from './ResidenceTable';
import { TransitionTable } from './TransitionTable';
import { useAutomatonWords } from './useAutomatonWords';

interface Props {
  /** The node to show; without it the one that is selected. */
  readonly nodeId?: string;
}

/** The lifecycle automaton of a node as the run executes it: where it is, how it got there, and for how long. */
export function AutomatonTab({ nodeId }: Props) {
  const t = useText();
  const selected = useView((state) =>
    state.selection.nodes.length === 1 ? state.selection.nodes[0] : undefined,
  );
  const id = nodeId ?? selected;
  const index = useRun((state) => state.doc.nodes.findIndex((node) => node.id === id));
  const kind = useRun((state) => state.doc.nodes[index]?.kind);
  const lifecycle = kind === undefined ? undefined : kindById.get(kind)?.automaton;
  const isLoaded = useRun((state) => state.generation > 0);
  if (lifecycle === undefined || !isLoaded)
    return <p className={styles['empty']}>{t('player.automatonSelect')}</p>;
  return <NodeAutomaton key={id} index={index} lifecycle={lifecycle} />;
}

function NodeAutomaton({ index, lifecycle }: { readonly index: number; readonly lifecycle: Lifecycle }) {
  const t = useText();
  const current = useRun((state) => state.frame?.nodes[index]?.lifecycle ?? lifecycle.initial);
  const last = useRun((state) => state.frame?.nodes[index]?.last ?? null);
  const place = usePlace();
  const { value: report } = useRunAnswer('automaton', [index, place]);
  return (
    <div className={styles['tab']}>
      <div className={styles['picture']}>
        <AutomatonGraph lifecycle={lifecycle} current={current} last={last} />
        <p className={styles['legend']}>{t('player.automatonLegend')}</p>
      </div>
      <LastTransition last={last} />
      <ResidenceTable lifecycle={lifecycle} current={current} report={report ?? atRest(lifecycle)} />
      <TransitionTable lifecycle={lifecycle} last={last} taken={report?.taken ?? {}} />
    </div>
  );
}

/** Where the report is wanted: between two steps by the time, for states go on lasting. */
function usePlace(): Place {
  const step = useRun((state) => state.playhead.step);
  const betweenUs = useRun((state) =>
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
        <span>{t('player.lastTransition')}</span>
        {last !== null && <span className={styles['when']}>{formatClock(last.atUs, language)}</span>}
      </h3>
      <p className={styles['delta']}>
        {last === null ? (
          t('player.noTransition')
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
