import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** What a handler does with an event: a list of actions, or what a statechart says. */
export interface ChartSettings {
  readonly behaviour: 'actions' | 'statechart';
  /** A machine configuration of XState v5; null for none. */
  readonly chart: Json;
  /** One chart for all events, or one for every key. */
  readonly chartInstances: 'perKey' | 'one';
  /** Whether the charts outlive a crash, as if they were stored. */
  readonly chartOnCrash: 'keep' | 'forget';
}

const isChart = [{ field: 'behaviour', is: ['statechart'] }];

/** The settings of a handler that say how it behaves. */
export const chartFields: readonly Field[] = [
  {
    id: 'behaviour',
    type: 'choice',
    section: 'work',
    default: 'actions',
    options: ['actions', 'statechart'],
  },
  { id: 'chart', type: 'statechart', section: 'work', default: null, maxLength: 100_000, when: isChart },
  {
    id: 'chartInstances',
    type: 'choice',
    section: 'work',
    default: 'perKey',
    options: ['perKey', 'one'],
    when: isChart,
  },
  {
    id: 'chartOnCrash',
    type: 'choice',
    section: 'work',
    default: 'keep',
    options: ['keep', 'forget'],
    when: isChart,
  },
];
