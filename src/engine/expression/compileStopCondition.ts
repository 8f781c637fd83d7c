import { compileCondition, type CompiledExpression, type RefusedExpression } from './compileExpression';

/**
 * What a condition that a run stops at knows by name: the event that arrived, the node where it did, and every node by its
 * name. Its scope holds all of them in its context.
 */
export const stopNames = ['event', 'type', 'key', 'data', 'attempt', 'now', 'node', 'nodes'] as const;

/** A condition that a run stops at: it must give true or false, and draws nothing. */
export function compileStopCondition(text: string): CompiledExpression<boolean> | RefusedExpression {
  return compileCondition(text, stopNames);
}
