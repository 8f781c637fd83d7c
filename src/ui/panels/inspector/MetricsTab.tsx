import { ChartLine } from 'lucide-react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeFrame } from '#engine/runtime/Trace';
import { formatCount, formatDuration, formatRate } from '#ui/look/format';
import { hasText, withTexts, type TextKey } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import { useText, type Translate } from '#ui/i18n/useText';
import { useMetrics } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { countsOf, queuesOf, type Counts } from './countsOf';
import styles from './inspector.module.css';

const NodeLongRun = late(
  async () => (await withTexts('predicting', import('../predict/NodeLongRun'))).NodeLongRun,
);

/** The node's figures at the playhead, and what it comes to in the long run. */
export function MetricsTab({ nodeId }: { readonly nodeId: string }) {
  const t = useText();
  const doc = useRun((state) => state.doc);
  const index = doc.nodes.findIndex(({ id }) => id === nodeId);
  const frame = useRun((state) => state.frame?.nodes[index] ?? null);
  const language = useView((state) => state.language);
  if (frame === null) return <p className={styles['quiet']}>{t('panels.metrics.none')}</p>;
  return (
    <>
      <p className={styles['single']}>
        <button type="button" className={styles['action']} onClick={() => showOverTime(nodeId)}>
          {t('panels.metrics.overTime')}
          <ChartLine size={15} aria-hidden />
        </button>
      </p>
      <p className={styles['quiet']}>{t('panels.metrics.when')}</p>
      <table className={styles['table']}>
        <tbody>
          <Row name={t('panels.metrics.rate')} value={formatRate(frame.ratePerSecond, language)} />
          {timesOf(t, frame, language).map(([name, value]) => (
            <Row key={name} name={name} value={value} />
          ))}
          {rowsOf(t, countsOf(frame.view)).map(([name, count]) => (
            <Row key={name} name={name} value={formatCount(count, language)} />
          ))}
        </tbody>
      </table>
      {queuesOf(frame.view).map((queue) => (
        <table key={queue.group} className={styles['table']}>
          <caption>{t('panels.metrics.queue', { name: queueName(doc, queue.group, queue.wires) })}</caption>
          <tbody>
            {rowsOf(t, queue.counts).map(([name, count]) => (
              <Row key={name} name={name} value={formatCount(count, language)} />
            ))}
          </tbody>
        </table>
      ))}
      <NodeLongRun nodeId={nodeId} />
    </>
  );
}

function showOverTime(id: string) {
  useMetrics.setState({ view: 'time', subject: { of: 'node', id } });
  useView.getState().showBottom('metrics');
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}

/** Mean, 95th percentile and longest of what the node measures. */
function timesOf(t: Translate, { times }: NodeFrame, language: string): (readonly [string, string])[] {
  return (['wait', 'response'] as const).flatMap((measure) => {
    const figures = times[measure];
    if (figures === null) return [];
    const row = (key: TextKey, us: number) =>
      [t(key, { what: t(`panels.metrics.${measure}`) }), formatDuration(us, language)] as const;
    return [
      row('panels.metrics.mean', figures.meanUs),
      row('panels.metrics.p95', figures.p95Us),
      row('panels.metrics.longest', figures.longestUs),
    ];
  });
}

/** Counts that have a name, in the order in which the view declares them. */
function rowsOf(t: Translate, counts: Counts): readonly (readonly [string, number])[] {
  return counts.flatMap(([id, count]) => {
    const key = `panels.count.${id}`;
    return hasText(key) ? [[t(key), count] as const] : [];
  });
}

/** A group that has no name of its own is known by whom it serves. */
function queueName(doc: FlowDoc, group: string, wires: readonly number[]): string {
  const isNamed = !doc.wires.some(({ id }) => id === group);
  if (isNamed && group !== '') return group;
  const targets = wires.map((wire) => doc.wires[wire]?.to.node);
  return doc.nodes
    .filter(({ id }) => targets.includes(id))
    .map(({ name }) => name)
    .join(', ');
}
