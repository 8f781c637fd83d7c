import type { Json } from '#engine/model/Json';
import { stateAt, type ChartTables } from './ChartTables';
import type { StatechartSnapshot } from './StatechartSnapshot';

/**
 * The active states as XState shows them: the key of the only one inside, `{ outer: inner }` for states inside each
 * other, and an object with every region of a parallel state.
 */
export function stateValue(tables: ChartTables, { states }: StatechartSnapshot): Json {
  return valueOf(0);

  function valueOf(index: number): Json {
    const { children, type } = stateAt(tables, index);
    const active = children
      .map((child) => stateAt(tables, child))
      .filter((child) => states.includes(child.index));
    const [only] = active;
    if (type === 'compound' && only !== undefined && (only.type === 'atomic' || only.type === 'final')) {
      return only.key;
    }
    return Object.fromEntries(active.map((child) => [child.key, valueOf(child.index)]));
  }
}
