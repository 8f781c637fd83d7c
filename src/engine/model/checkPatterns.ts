import { WireRules } from './checkWire';
import type { FlowDoc } from './FlowDoc';
import type { NodeKind } from './NodeKind';
import { dialects } from './patterns/index';
import type { Problem } from './Problem';
import { ProblemList } from './ProblemList';
import { valueText } from './createProblem';

/**
 * What is wrong with the patterns of the wires of a document, read in the dialects of their buses, as warnings: a document
 * with a broken one must open, and in a run it lets nothing through.
 */
export function checkPatterns(doc: FlowDoc, kinds: readonly NodeKind[]): readonly Problem[] {
  const problems = new ProblemList();
  const rules = new WireRules(doc.nodes, kinds);
  for (const [index, { from, to, settings }] of doc.wires.entries()) {
    const { patterns } = settings;
    if (rules.carriedBy(from) === null || !Array.isArray(patterns)) continue;
    const dialect = dialects.find(({ id }) => id === dialectOf(doc, from.node, to.node));
    for (const [place, pattern] of patterns.entries()) {
      const reason = typeof pattern === 'string' ? (dialect?.problemOf(pattern) ?? null) : null;
      if (reason === null) continue;
      const path = ['wires', index, 'settings', 'patterns', place];
      problems.warning('bad-pattern', path, { value: valueText(pattern), reason });
    }
  }
  return problems.list;
}

/** Of the bus at either end of a wire, whichever has one. */
function dialectOf({ nodes }: FlowDoc, from: string, to: string): string {
  const [found] = [from, to].flatMap((end) => {
    const dialect = nodes.find(({ id }) => id === end)?.settings['dialect'];
    return typeof dialect === 'string' ? [dialect] : [];
  });
  return found ?? 'exact';
}
