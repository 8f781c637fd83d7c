import { stateAt } from '#engine/statechart/ChartTables';
import type { StatechartSnapshot } from '#engine/statechart/StatechartSnapshot';
import type { ChartPlan } from './ChartRoom';

/** The innermost active states in document order, `paying.card + packing`; empty for a chart of one state. */
export function configurationText({ states }: StatechartSnapshot, { tables, paths }: ChartPlan): string {
  return states
    .filter((index) => {
      const { type } = stateAt(tables, index);
      return type === 'atomic' || type === 'final';
    })
    .toSorted((a, b) => a - b)
    .map((index) => paths[index] ?? '')
    .join(' + ');
}
