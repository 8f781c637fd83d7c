import { useMemo } from 'react';
import type { KeyReport } from '#engine/model/KeyReport';
import type { Statechart } from '#engine/model/statechart/Statechart';
import type { ChartInstanceView, ChartView } from '#kinds/handler/chart/ChartView';
import { chartSettingOf, chartViewOf } from '#kinds/handler/readChart';
import { useText, type Translate } from '#ui/i18n/useText';
import { GraphView } from '#ui/panels/graph/GraphView';
import { useRun } from '#ui/store/runStore';
import styles from '../automaton/automaton.module.css';
import { useKeys } from '../automaton/useKeys';
import type { AutomatonViewProps } from '../automaton/views/AutomatonView';
import { chartOfSetting } from './chartOfSetting';
import { chartPicture, type ChartNow } from './chartPicture';
import { allStates } from './chartPlaces';
import { InstanceChoice } from './InstanceChoice';
import { StateTable } from './StateTable';

/** The statechart of a handler while the run plays: where each key is, or with one chosen, its state lit. */
export function BehaviourView({ node }: AutomatonViewProps) {
  const t = useText();
  const setting = chartSettingOf(node.settings);
  const chart = useMemo(() => chartOfSetting(setting), [setting]);
  const ids = useMemo(() => allStates(chart).map(([id]) => id), [chart]);
  const index = useRun((state) => state.doc.nodes.findIndex(({ id }) => id === node.id));
  const view = useRun((state) => chartViewOf(state.frame?.nodes[index]?.view));
  const keys = useKeys(node.id);
  const chosen = chosenOf(view, keys.report);
  const picture = useMemo(
    () => chartPicture(chart, t('chart.whole'), nowOf(view, chosen, ids, t)),
    [chart, view, chosen, ids, t],
  );
  return (
    <div className={styles['tab']}>
      <div className={styles['picture']}>
        <GraphView
          picture={picture}
          label={t('chart.graph', { name: node.name })}
          legend={t('chart.legend')}
        />
      </div>
      {view === null || view.instances === 0 ? (
        <p className={styles['empty']}>{t('chart.noInstance')}</p>
      ) : (
        <>
          <InstanceChoice view={view} keys={keys} chosen={chosen} />
          <StateTable view={view} names={namesOf(chart, t)} />
        </>
      )}
    </div>
  );
}

/** The instance that is lit: the only one, or that of the chosen key. */
function chosenOf(view: ChartView | null, report: KeyReport | null): ChartInstanceView | null {
  if (view === null) return null;
  if (!view.isPerKey) return view.recent[0] ?? null;
  const key = report?.question.key ?? null;
  if (key === null) return null;
  // The picture is newer than an answer; of a handler that is what it tells of a key.
  const told = report?.detail as ChartInstanceView | null;
  return view.recent.find((one) => one.key === key) ?? told;
}

function nowOf(
  view: ChartView | null,
  chosen: ChartInstanceView | null,
  ids: readonly string[],
  t: Translate,
): ChartNow {
  const idsOf = ({ states }: ChartInstanceView) => states.map((place) => ids[place] ?? '');
  const recent = view?.isPerKey === true ? view.recent : [];
  const isAmong = chosen === null || recent.some(({ key }) => key === chosen.key);
  const shown = view?.isPerKey !== true || isAmong ? recent : [...recent, chosen];
  const tokens = new Map(
    ids.map((id) => [
      id,
      shown
        .filter((one) => idsOf(one).includes(id))
        .map((one) => ({
          id: one.key,
          label: one.key === '' ? t('chart.noKey') : one.key,
          ...(one.status === 'error' && { tone: 'danger' as const }),
        })),
    ]),
  );
  const notes = new Map(
    (view?.isPerKey === true ? view.states : [])
      .filter(({ now }) => now > 0)
      .map(({ index, now }) => [ids[index] ?? '', t('chart.inState', { n: now })] as const),
  );
  return { current: chosen === null ? [] : idsOf(chosen), tokens, notes };
}

const namesOf = (chart: Statechart, t: Translate) =>
  allStates(chart).map(([id]) => (id === '' ? t('chart.whole') : id));
