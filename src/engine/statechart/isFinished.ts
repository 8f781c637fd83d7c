import { stateAt, type ChartTables, type StateTable } from './ChartTables';

/** Whether a state is done: a final one is inside it, or every region of it is done. */
export function isFinished(state: StateTable, active: readonly number[], tables: ChartTables): boolean {
  const inside = state.children.map((child) => stateAt(tables, child));
  if (state.type === 'compound') {
    return inside.some((child) => child.type === 'final' && active.includes(child.index));
  }
  if (state.type === 'parallel') return inside.every((child) => isFinished(child, active, tables));
  return state.type === 'final';
}
