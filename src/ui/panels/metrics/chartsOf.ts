import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import type { NodeFacts } from '#engine/model/NodeKind';
import type { SeriesFigure } from '#engine/runtime/series/SeriesWindow';
import { kindById } from '#kinds/index';
import type { TextKey } from '#ui/i18n/catalogue';
import type { ComparedMeasure, MetricsSubject } from '#ui/store/metricsStore';

/** How values are written. */
export type Unit = 'rate' | 'share' | 'count' | 'time';

/** How a line is drawn: ink of three weights, or the colour of an event type, by its index in the run. */
export type Stroke = 'main' | 'low' | 'high' | { readonly type: number };

/** A line of a chart: how its values come out of what the run tells of some figures. */
export interface ChartLine {
  /** Null where the chart has only one line and its title says it all. */
  readonly label: { readonly key: TextKey } | { readonly type: number } | null;
  readonly stroke: Stroke;
  /** Added up, bucket by bucket. */
  readonly of: readonly SeriesFigure[];
  readonly value:
    | { readonly take: 'perSecond' }
    /** On average over time, divided by so many. */
    | { readonly take: 'level'; readonly of: number }
    | { readonly take: 'p50Us' | 'p95Us' | 'p99Us' };
}

export interface Chart {
  readonly id: string;
  readonly title: { readonly key: TextKey } | { readonly node: number };
  readonly unit: Unit;
  readonly lines: readonly ChartLine[];
  /** What is said when nothing of it ever happened. */
  readonly empty: TextKey;
  /** Not shown where nothing of it ever happened. */
  readonly isOptional: boolean;
}

/** The charts of a subject, over time. */
export function chartsOf(subject: MetricsSubject, doc: FlowDoc): readonly Chart[] {
  switch (subject.of) {
    case 'flow':
      return flowCharts(doc);
    case 'node': {
      const index = doc.nodes.findIndex(({ id }) => id === subject.id);
      const node = doc.nodes[index];
      return node === undefined ? [] : nodeCharts(node, index);
    }
    case 'nodes':
      return doc.nodes.flatMap((node, index) => comparedChart(node, index, subject.measure));
  }
}

/** What a node is to the flow; null for what does not run. */
export function factsOf(node: FlowNode): NodeFacts | null {
  const kind = kindById.get(node.kind);
  return kind?.runs === true ? kind.facts(node.settings) : null;
}

function flowCharts(doc: FlowDoc): readonly Chart[] {
  const runners = doc.nodes.flatMap((node, index) => (factsOf(node) === null ? [] : [index]));
  const types = doc.eventTypes.map((_, type) => type);
  const ofType = (type: number, value: ChartLine['value']): ChartLine => ({
    label: { type },
    stroke: { type },
    of: [{ what: 'lifetime', type }],
    value,
  });
  return [
    {
      id: 'published',
      title: { key: 'metrics.published' },
      unit: 'rate',
      lines: [
        {
          label: null,
          stroke: 'main',
          of: runners.map((node) => ({ what: 'published', node })),
          value: { take: 'perSecond' },
        },
      ],
      empty: 'metrics.empty.published',
      isOptional: false,
    },
    {
      id: 'finished',
      title: { key: 'metrics.finished' },
      unit: 'rate',
      lines: types.map((type) => ofType(type, { take: 'perSecond' })),
      empty: 'metrics.empty.work',
      isOptional: false,
    },
    quantileChart('lifetime', { key: 'metrics.lifetime' }, { what: 'lifetime', type: -1 }),
    {
      id: 'lifetimeByType',
      title: { key: 'metrics.lifetimeByType' },
      unit: 'time',
      lines: types.map((type) => ofType(type, { take: 'p95Us' })),
      empty: 'metrics.empty.times',
      isOptional: types.length < 2,
    },
    {
      id: 'queues',
      title: { key: 'metrics.queues' },
      unit: 'count',
      lines: [
        {
          label: null,
          stroke: 'main',
          of: runners.map((node) => ({ what: 'queue', node })),
          value: { take: 'level', of: 1 },
        },
      ],
      empty: 'metrics.empty.queue',
      isOptional: false,
    },
  ];
}

function nodeCharts(node: FlowNode, index: number): readonly Chart[] {
  const facts = factsOf(node);
  if (facts === null) return [];
  const charts: Readonly<Record<NodeFacts['role'], readonly Chart[]>> = {
    source: [workChart(index), levelChart('queue', index), timesChart('response', index, true)],
    bus: [workChart(index), levelChart('queue', index), levelChart('door', index), timesChart('wait', index)],
    server: [
      workChart(index),
      busyChart(facts, index),
      levelChart('queue', index),
      levelChart('door', index),
      timesChart('wait', index),
      timesChart('response', index),
    ],
    store: [workChart(index), levelChart('busy', index)],
    none: [workChart(index)],
  };
  return charts[facts.role];
}

function comparedChart(node: FlowNode, index: number, measure: ComparedMeasure): readonly Chart[] {
  const facts = factsOf(node);
  if (facts === null) return [];
  const title = { node: index };
  const id = `${measure} ${node.id}`;
  switch (measure) {
    case 'work':
      return [{ ...workChart(index), id, title }];
    case 'queue':
      return facts.role === 'store' ? [] : [{ ...levelChart('queue', index), id, title }];
    case 'utilisation':
      return facts.role === 'server' && Number.isFinite(facts.servers)
        ? [{ ...busyChart(facts, index), id, title }]
        : [];
    case 'wait':
      return facts.role === 'store' ? [] : [{ ...timesChart('wait', index), id, title }];
    case 'response':
      return facts.role === 'server' ? [{ ...timesChart('response', index), id, title }] : [];
  }
}

function workChart(node: number): Chart {
  return {
    id: 'work',
    title: { key: 'metrics.work' },
    unit: 'rate',
    lines: [{ label: null, stroke: 'main', of: [{ what: 'work', node }], value: { take: 'perSecond' } }],
    empty: 'metrics.empty.work',
    isOptional: false,
  };
}

const levelTexts = {
  queue: { title: 'metrics.queue', empty: 'metrics.empty.queue' },
  door: { title: 'metrics.door', empty: 'metrics.empty.queue' },
  busy: { title: 'metrics.busy', empty: 'metrics.empty.work' },
} as const;

function levelChart(what: 'queue' | 'door' | 'busy', node: number): Chart {
  return {
    id: what,
    title: { key: levelTexts[what].title },
    unit: 'count',
    lines: [{ label: null, stroke: 'main', of: [{ what, node }], value: { take: 'level', of: 1 } }],
    empty: levelTexts[what].empty,
    isOptional: what === 'door',
  };
}

/** Of so many workers the share that is taken; without a bound, how many. */
function busyChart({ servers }: NodeFacts, node: number): Chart {
  if (!Number.isFinite(servers)) return levelChart('busy', node);
  return {
    id: 'utilisation',
    title: { key: 'metrics.utilisation' },
    unit: 'share',
    lines: [
      { label: null, stroke: 'main', of: [{ what: 'busy', node }], value: { take: 'level', of: servers } },
    ],
    empty: 'metrics.empty.work',
    isOptional: false,
  };
}

function timesChart(what: 'wait' | 'response', node: number, isOptional = false): Chart {
  const chart = quantileChart(what, { key: `metrics.${what}` }, { what, node });
  return { ...chart, empty: what === 'wait' ? 'metrics.empty.queue' : chart.empty, isOptional };
}

function quantileChart(id: string, title: Chart['title'], figure: SeriesFigure): Chart {
  const line = (take: 'p50Us' | 'p95Us' | 'p99Us', stroke: Stroke): ChartLine => ({
    label: { key: `metrics.${take}` },
    stroke,
    of: [figure],
    value: { take },
  });
  return {
    id,
    title,
    unit: 'time',
    lines: [line('p50Us', 'low'), line('p95Us', 'main'), line('p99Us', 'high')],
    empty: 'metrics.empty.times',
    isOptional: false,
  };
}
