import type { LintRule } from '../LintRule';
import type { LintNode } from '../LintFlow';

/** A call goes through many services that must all be there. */
export const longCallChain = {
  code: 'long-call-chain',
  severity: 'hint',
  sentence:
    'A call through {names} waits for {count} services one after the other: their times add up, and so do their failures. Answer earlier, or put a queue between.',
  find(flow) {
    return flow.nodes
      .filter(({ traits }) => traits.source?.waits === true)
      .flatMap((source) => {
        const chain = callChain(source);
        const count = chain.filter(({ traits }) => traits.work !== undefined).length;
        if (count < tooMany) return [];
        return [
          {
            nodes: chain.map(({ id }) => id),
            values: { names: chain.map(({ name }) => name).join(' → '), count },
          },
        ];
      });
  },
} as const satisfies LintRule;

const tooMany = 3;

/** The longest way along which each holds who came before. */
function callChain(node: LintNode, before: readonly LintNode[] = []): readonly LintNode[] {
  if (before.includes(node)) return before;
  const way = [...before, node];
  const waits = node.traits.source?.waits ?? node.traits.work?.waits ?? node.facts.holdsCaller;
  const ways = node.outs
    .filter(({ to, isDeadLetter }) => waits && !isDeadLetter && to.facts.holdsCaller)
    .map(({ to }) => callChain(to, way));
  return ways.reduce((longest, one) => (one.length > longest.length ? one : longest), way);
}
