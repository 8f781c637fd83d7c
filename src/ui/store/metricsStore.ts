import { create } from 'zustand';
import type { MeasureName } from '#engine/model/measures';

/** What is shown of a run's figures: over time, as a map of durations, how durations spread, or all in sum. */
export type MetricsView = 'time' | 'heat' | 'spread' | 'summary';

/** Measures by which nodes can be laid beside each other. */
export type ComparedMeasure = 'work' | 'utilisation' | 'queue' | 'wait' | 'response';

/** Whose figures: those of the flow as a whole, of a node, or one measure of all nodes. */
export type MetricsSubject =
  | { readonly of: 'flow' }
  | { readonly of: 'node'; readonly id: string }
  | { readonly of: 'nodes'; readonly measure: ComparedMeasure };

interface MetricsState {
  readonly view: MetricsView;
  readonly subject: MetricsSubject;
  /** Numbers in rows instead of drawings. */
  readonly isTable: boolean;
  /** Whether sums end at the playhead instead of where the run does. */
  readonly endsAtPlayhead: boolean;
  /** Which durations of a node are shown, and of which event type those of the flow: −1 for all. */
  readonly duration: MeasureName;
  readonly type: number;
  /** The moment that is pointed at, in all charts at once; null for the playhead. */
  readonly atUs: number | null;
}

/** What a person looks at in the metrics: part of neither the document nor the run. */
export const useMetrics = create<MetricsState>(() => ({
  view: 'time',
  subject: { of: 'flow' },
  isTable: false,
  endsAtPlayhead: false,
  duration: 'response',
  type: -1,
  atUs: null,
}));
