import { isWithin, stateAt, type ChartTables, type TransitionTable } from './ChartTables';
import type { StatechartSnapshot } from './StatechartSnapshot';

type History = StatechartSnapshot['history'];

/** The states that targets stand for when history states are replaced by what they remember. */
export function targetsOf(
  targets: readonly number[],
  tables: ChartTables,
  history: History,
): readonly number[] {
  if (targets.every((target) => stateAt(tables, target).type !== 'history')) return targets;
  const found = new Set<number>();
  for (const target of targets) {
    const state = stateAt(tables, target);
    const states = state.type === 'history' ? (history[String(target)] ?? state.defaults) : [target];
    for (const one of states) found.add(one);
  }
  return [...found];
}

/**
 * The innermost state that a transition stays in: its own one, unless it re-enters or leads outside, else the
 * innermost around its source and all targets. −1 when even the outermost state is left.
 */
export function domainOf(transition: TransitionTable, tables: ChartTables, history: History): number {
  const { source, targets, reenter } = transition;
  const effective = targetsOf(targets ?? [], tables, history);
  const isInside = (target: number) => target === source || isWithin(tables, target, source);
  if (!reenter && effective.every(isInside)) return source;
  const [head, ...others] = [...effective, source];
  let around = head === undefined ? -1 : stateAt(tables, head).parent;
  while (around >= 0) {
    const candidate = around;
    if (others.every((one) => isWithin(tables, one, candidate))) return candidate;
    around = stateAt(tables, candidate).parent;
  }
  return reenter ? -1 : 0;
}

/** The active states that a transition leaves, in no particular order. */
export function exitSet(
  transition: TransitionTable,
  active: readonly number[],
  tables: ChartTables,
  history: History,
): readonly number[] {
  if (transition.targets === null) return [];
  const domain = domainOf(transition, tables, history);
  const isDomainLeft = transition.reenter && transition.source === domain;
  return active.filter((index) => isWithin(tables, index, domain) || (isDomainLeft && index === domain));
}
