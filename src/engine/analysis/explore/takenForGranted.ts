import type { FlowDoc } from '#engine/model/FlowDoc';
import type { BoundedFlow } from './boundedFlow';
import type { Property } from './Property';
import { unexploredWords } from './whatIsRead';

/**
 * Something that an answer takes for granted besides the bounds: that a node goes by a clock of its own, which only its own
 * timers move on; that what it remembers for a time is never forgotten; that times are 0 and numbers of events are
 * names, where expressions speak of them; that none of the faults happens that the document sets times for; that sources draw from few keys; or that a
 * condition without a value is not given.
 */
export interface Assumption {
  readonly id: 'clock' | 'window' | 'words' | 'faults' | 'value' | 'keys';
  /** Index of the node, or −1. */
  readonly node: number;
  /** Words of expressions; how many faults or keys there are; why there was no value. */
  readonly words: readonly string[];
}

/** What an exploration of a flow, which is planned as it is explored, takes for granted; often nothing. */
export function takenForGranted(
  asked: FlowDoc,
  { plan, mostKeys }: BoundedFlow,
  property: Property,
): readonly Assumption[] {
  const nodes = plan.nodes.filter(({ kind }) => kind.runs);
  const words = unexploredWords(plan);
  const noValue = property.noValue?.() ?? '';
  const faults = asked.faults.length;
  return [
    ...nodes.flatMap(({ behaviour, plan: own, setup }): Assumption[] =>
      (behaviour.form?.readsClock(own) ?? true) ? [{ id: 'clock', node: setup.index, words: [] }] : [],
    ),
    ...nodes.flatMap(({ behaviour, plan: own, setup }): Assumption[] =>
      (behaviour.form?.hasWindow?.(own) ?? false) ? [{ id: 'window', node: setup.index, words: [] }] : [],
    ),
    ...(words.length === 0 ? [] : [{ id: 'words', node: -1, words } as const]),
    ...(faults === 0 ? [] : [{ id: 'faults', node: -1, words: [String(faults)] } as const]),
    ...(mostKeys === null ? [] : [{ id: 'keys', node: -1, words: [String(mostKeys)] } as const]),
    ...(noValue === '' ? [] : [{ id: 'value', node: -1, words: [noValue] } as const]),
  ];
}
