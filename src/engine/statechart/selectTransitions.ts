import { isWithin, stateAt, type ChartTables, type StateTable, type TransitionTable } from './ChartTables';
import { matchesDescriptor } from './matchesDescriptor';
import type { StatechartSnapshot } from './StatechartSnapshot';
import { exitSet } from './transitionDomain';

/** Whether the guard of a transition lets it pass now. */
export type Passes = (transition: TransitionTable) => boolean;

/**
 * The transitions that an event of a type takes: of each innermost active state the first that passes, or else of the
 * states around it, unless another region inside those has one.
 */
export function selectTransitions(
  type: string,
  active: readonly number[],
  tables: ChartTables,
  passes: Passes,
): readonly TransitionTable[] {
  return ofState(stateAt(tables, 0));

  function ofState(state: StateTable): readonly TransitionTable[] {
    const inner = innerTransitions(state);
    if (inner.length > 0) return inner;
    const own = candidatesOf(state, type).find(passes);
    return own === undefined ? none : [own];
  }

  function innerTransitions({ type: kind, children }: StateTable): readonly TransitionTable[] {
    if (kind === 'parallel') return children.flatMap((child) => ofState(stateAt(tables, child)));
    if (kind !== 'compound') return none;
    const child = children.find((index) => active.includes(index));
    return child === undefined ? none : ofState(stateAt(tables, child));
  }
}

const none: readonly TransitionTable[] = [];

function candidatesOf({ byType, wildcards }: StateTable, type: string): readonly TransitionTable[] {
  const known = byType.get(type);
  if (known !== undefined) return known;
  if (wildcards.length === 0) return none;
  return wildcards
    .filter(([descriptor]) => matchesDescriptor(type, descriptor))
    .flatMap(([, transitions]) => transitions);
}

/** The transitions without an event that pass now, of each innermost active state the first one outwards. */
export function selectEventless(
  active: readonly number[],
  tables: ChartTables,
  history: StatechartSnapshot['history'],
  passes: Passes,
): readonly TransitionTable[] {
  const enabled = new Set<TransitionTable>();
  for (const index of active) {
    const { type } = stateAt(tables, index);
    if (type !== 'atomic' && type !== 'final') continue;
    for (let at = index; at >= 0; at = stateAt(tables, at).parent) {
      const first = stateAt(tables, at).always.find(passes);
      if (first === undefined) continue;
      enabled.add(first);
      break;
    }
  }
  return withoutConflicts([...enabled], active, tables, history);
}

/** Of transitions that would leave the same state, the inner one; else the one that was found first. */
export function withoutConflicts(
  transitions: readonly TransitionTable[],
  active: readonly number[],
  tables: ChartTables,
  history: StatechartSnapshot['history'],
): readonly TransitionTable[] {
  if (transitions.length < 2) return transitions;
  const kept = new Map<TransitionTable, ReadonlySet<number>>();
  for (const transition of transitions) {
    const exits = new Set(exitSet(transition, active, tables, history));
    const rivals = [...kept].filter(([, others]) => [...exits].some((index) => others.has(index)));
    const outer = rivals.findIndex(([{ source }]) => !isWithin(tables, transition.source, source));
    if (outer >= 0) continue;
    for (const [rival] of rivals) kept.delete(rival);
    kept.set(transition, exits);
  }
  return [...kept.keys()];
}
