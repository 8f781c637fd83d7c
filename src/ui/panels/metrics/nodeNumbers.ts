import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeReport } from '#engine/runtime/RunReport';
import type { Totals } from '#engine/runtime/totals';
import type { TextKey } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import type { FlowWords } from '#ui/store/useFlowWords';
import type { Unit } from './chartsOf';
import type { NumberRows } from './NumberTable';
import { unitText } from './unitText';

interface Column {
  readonly key: TextKey;
  readonly unit: Unit;
  readonly of: (node: NodeReport) => number | null;
}

const columns: readonly Column[] = [
  { key: 'metrics.work', unit: 'rate', of: (node) => node.throughputPerSecond },
  { key: 'metrics.utilisation', unit: 'share', of: (node) => node.utilisation },
  { key: 'metrics.queueMean', unit: 'count', of: ({ queue }) => queue.mean },
  { key: 'metrics.queueMost', unit: 'count', of: ({ queue }) => queue.highest },
  { key: 'metrics.doorMean', unit: 'count', of: ({ door }) => door.mean },
  { key: 'metrics.doorMost', unit: 'count', of: ({ door }) => door.highest },
  { key: 'metrics.waitP95', unit: 'time', of: ({ wait }) => wait?.p95Us ?? null },
  { key: 'metrics.responseP50', unit: 'time', of: ({ response }) => response?.p50Us ?? null },
  { key: 'metrics.responseP95', unit: 'time', of: ({ response }) => response?.p95Us ?? null },
  { key: 'metrics.responseP99', unit: 'time', of: ({ response }) => response?.p99Us ?? null },
];

const plainUnits: Readonly<Record<Unit, readonly [string, number]>> = {
  rate: [' (1/s)', 1],
  share: ['', 1],
  count: ['', 1],
  time: [' (s)', 1e-6],
};

/** Every node that runs in a row of figures. */
export function nodeNumbers(
  { report }: Totals,
  doc: FlowDoc,
  { t, flow, language }: { readonly t: Translate; readonly flow: FlowWords; readonly language: string },
): NumberRows {
  const names = report.nodes.map(({ id }) => flow.node(doc.nodes.findIndex((node) => node.id === id)));
  return {
    title: t('metrics.nodes'),
    head: [t('metrics.node'), ...columns.map(({ key }) => t(key))],
    rows: report.nodes.map((node, index) => [
      names[index] ?? '',
      ...columns.map(({ unit, of }) => {
        const value = of(node);
        return value === null ? '–' : unitText(value, unit, language);
      }),
    ]),
    plain: {
      head: [t('metrics.node'), ...columns.map(({ key, unit }) => `${t(key)}${plainUnits[unit][0]}`)],
      rows: report.nodes.map((node, index) => [
        names[index] ?? '',
        ...columns.map(({ unit, of }) => {
          const value = of(node);
          return value === null ? null : value * plainUnits[unit][1];
        }),
      ]),
    },
  };
}
