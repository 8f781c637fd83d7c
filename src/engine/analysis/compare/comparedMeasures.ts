import type { FactCode } from '#engine/model/facts';
import type { EventTypeReport, NodeReport, RunReport, WireReport } from '#engine/runtime/RunReport';
import type { TimeFigures } from '#engine/runtime/Trace';

/** `none`: that there is more of it is neither good nor bad. */
export type Better = 'less' | 'more' | 'none';

/** What a number counts: microseconds, things, things a second, a share from 0 to 1, or an average number of things. */
export type MeasureUnit = 'us' | 'count' | 'perSecond' | 'share' | 'mean';

/** One number of a part of a report. */
export interface ComparedMeasure<T> {
  readonly id: string;
  readonly unit: MeasureUnit;
  readonly better: Better;
  /** How much a difference of it matters to whoever compares two runs; what people ask about first has most. */
  readonly weight: number;
  /** Null where there is no such number. */
  readonly read: (part: T) => number | null;
}

const timesOf = <T>(
  name: string,
  better: Better,
  weight: number,
  figuresOf: (part: T) => TimeFigures | null,
): readonly ComparedMeasure<T>[] =>
  (
    [
      ['p95', 'p95Us', weight],
      ['mean', 'meanUs', weight * 0.8],
      ['p50', 'p50Us', weight * 0.5],
      ['p99', 'p99Us', weight * 0.6],
      ['longest', 'longestUs', weight * 0.4],
    ] as const
  ).map(([figure, key, own]) => ({
    id: `${name}.${figure}`,
    unit: 'us',
    better,
    weight: own,
    read: (part) => figuresOf(part)?.[key] ?? null,
  }));

export const runMeasures: readonly ComparedMeasure<RunReport>[] = [
  { id: 'published', unit: 'count', better: 'none', weight: 0.6, read: (run) => run.eventsPublished },
  { id: 'lasted', unit: 'us', better: 'none', weight: 0.5, read: (run) => run.timeUs },
  { id: 'steps', unit: 'count', better: 'none', weight: 0.2, read: (run) => run.steps },
];

export const nodeMeasures: readonly ComparedMeasure<NodeReport>[] = [
  {
    id: 'throughput',
    unit: 'perSecond',
    better: 'more',
    weight: 1.2,
    read: (node) => node.throughputPerSecond,
  },
  { id: 'utilisation', unit: 'share', better: 'none', weight: 1, read: (node) => node.utilisation },
  { id: 'queue.mean', unit: 'mean', better: 'less', weight: 1.4, read: (node) => node.queue.mean },
  { id: 'queue.highest', unit: 'count', better: 'less', weight: 1, read: (node) => node.queue.highest },
  { id: 'queue.now', unit: 'count', better: 'less', weight: 0.6, read: (node) => node.queue.now },
  { id: 'door.mean', unit: 'mean', better: 'less', weight: 1.2, read: (node) => node.door.mean },
  { id: 'door.highest', unit: 'count', better: 'less', weight: 0.8, read: (node) => node.door.highest },
  { id: 'busy.mean', unit: 'mean', better: 'none', weight: 0.4, read: (node) => node.busy.mean },
  ...timesOf<NodeReport>('response', 'less', 2, (node) => node.response),
  ...timesOf<NodeReport>('wait', 'less', 1.6, (node) => node.wait),
  ...timesOf<NodeReport>('service', 'none', 0.8, (node) => node.service),
];

export const wireMeasures: readonly ComparedMeasure<WireReport>[] = [
  { id: 'sent', unit: 'count', better: 'none', weight: 0.3, read: (wire) => wire.sent },
  { id: 'arrived', unit: 'count', better: 'none', weight: 0.3, read: (wire) => wire.arrived },
  { id: 'wireLost', unit: 'count', better: 'less', weight: 1, read: (wire) => wire.lost },
];

export const typeMeasures: readonly ComparedMeasure<EventTypeReport>[] = [
  {
    id: 'throughput',
    unit: 'perSecond',
    better: 'more',
    weight: 1.2,
    read: (type) => type.throughputPerSecond,
  },
  ...timesOf<EventTypeReport>('lifetime', 'less', 2.4, (type) => type.lifetime),
];

/** Fates that nobody wants, by how bad they are; and those that are what the flow is for. */
const badFacts: Readonly<Partial<Record<FactCode, number>>> = {
  lost: 3,
  dropped: 3,
  expired: 3,
  'dead-lettered': 3,
  'protocol-violated': 3,
  'synchronous-cycle': 3,
  refused: 2,
  'timed-out': 2,
  failed: 2,
  unrouted: 1.5,
  denied: 1.5,
  interrupted: 1.5,
  duplicated: 1.5,
  retry: 1.2,
  redelivered: 1.2,
  'ack-late': 1.2,
  'ack-lost': 1.2,
  'expression-failed': 1.2,
  'filter-failed': 1.2,
  'call-depth': 1.2,
  forgotten: 1,
  'chart-limit': 1,
  unhandled: 1,
};
const goodFacts: Readonly<Partial<Record<FactCode, number>>> = {
  worked: 2,
  concluded: 1.5,
  'protocol-satisfied': 1,
};

/** Whether more of a fact is better, and how much a difference of it matters. */
export function worthOf(code: FactCode): { readonly better: Better; readonly weight: number } {
  const [bad, good] = [badFacts[code], goodFacts[code]];
  if (bad !== undefined) return { better: 'less', weight: bad };
  return good === undefined ? { better: 'none', weight: 0.5 } : { better: 'more', weight: good };
}
