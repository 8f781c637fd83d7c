import type { ChartState, Statechart } from './Statechart';

/** A state with its place in the chart. */
export interface PlacedState {
  readonly state: ChartState;
  /** Place in document order, from 0 for the outermost. */
  readonly index: number;
  /** Place of the state around it; −1 of the outermost. */
  readonly parent: number;
  /** The place after the last state inside: those from `index + 1` up to here lie within. */
  end: number;
  /** By which `#id` and the events of its timers and its end name it. */
  readonly id: string;
  /** Keys on the way from the outermost state, which has none. */
  readonly path: readonly string[];
}

/** All states in document order: each one before those inside it. */
export function flattenStates({ root }: Statechart): readonly PlacedState[] {
  const placed: PlacedState[] = [];
  const rootId = root.id ?? root.key;
  place(root, -1, []);
  return placed;

  function place(state: ChartState, parent: number, path: readonly string[]): void {
    const index = placed.length;
    const id = state.id ?? [rootId, ...path].join('.');
    const here: PlacedState = { state, index, parent, end: index + 1, id, path };
    placed.push(here);
    for (const child of state.states) place(child, index, [...path, child.key]);
    here.end = placed.length;
  }
}
