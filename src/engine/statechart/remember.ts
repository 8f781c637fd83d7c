import { stateAt, type ChartTables } from './ChartTables';
import type { StatechartSnapshot } from './StatechartSnapshot';

type History = StatechartSnapshot['history'];

/**
 * What history states lead back to after some states are left: a shallow one to the state next to it, a deep one to the
 * innermost states. The very same object when no history state is concerned.
 */
export function remember(
  exits: readonly number[],
  active: readonly number[],
  history: History,
  tables: ChartTables,
): History {
  let remembered = history;
  for (const index of exits) {
    const { histories, end } = stateAt(tables, index);
    for (const one of histories) {
      const { isDeep } = stateAt(tables, one);
      const states = active.filter((inner) => {
        const { type, parent } = stateAt(tables, inner);
        if (!isDeep) return parent === index;
        return (type === 'atomic' || type === 'final') && inner > index && inner < end;
      });
      remembered = { ...remembered, [one]: states };
    }
  }
  return remembered;
}
