import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { unexploredWords } from './whatIsRead';

/**
 * Something that an answer takes for granted besides the bounds: that a node goes by a clock of its own, which only its own
 * timers move on; that what it remembers for a time is never forgotten; or that times are 0 and numbers of events are
 * names, where expressions speak of them.
 */
export interface Assumption {
  readonly id: 'clock' | 'window' | 'words';
  /** Index of the node, or −1. */
  readonly node: number;
  /** Words of expressions. */
  readonly words: readonly string[];
}

/** What an exploration of a flow takes for granted; often nothing. */
export function takenForGranted(plan: FlowPlan): readonly Assumption[] {
  const nodes = plan.nodes.filter(({ kind }) => kind.runs);
  const words = unexploredWords(plan);
  return [
    ...nodes.flatMap(({ behaviour, plan: own, setup }): Assumption[] =>
      (behaviour.form?.readsClock(own) ?? true) ? [{ id: 'clock', node: setup.index, words: [] }] : [],
    ),
    ...nodes.flatMap(({ behaviour, plan: own, setup }): Assumption[] =>
      (behaviour.form?.hasWindow?.(own) ?? false) ? [{ id: 'window', node: setup.index, words: [] }] : [],
    ),
    ...(words.length === 0 ? [] : [{ id: 'words', node: -1, words } as const]),
  ];
}
