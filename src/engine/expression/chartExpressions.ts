import type { ChartExpressions } from '#engine/model/statechart/ChartReader';
import { compilePart } from './compileExpression';
import { compileTemplate } from './compileTemplate';

/** Reads what stands in the guards, delays and values of a statechart as expressions. */
export const chartExpressions: ChartExpressions = {
  problemOf(text) {
    const compiled = compilePart(text);
    return compiled.ok ? null : compiled.problem;
  },
  problemIn(template) {
    const compiled = compileTemplate(template);
    return compiled.ok ? null : compiled.problem;
  },
};
