import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** A loop brings back at least as much as goes in. */
export const loopGain = {
  code: 'loop-gain',
  severity: 'warning',
  sentence:
    'Each event in the loop {names} brings back {gain} on average, so that it never ends and grows. Emit less than one for each, or end the loop.',
  find(flow) {
    return flow.traffic.loops
      .filter(({ gain }) => gain >= 1 - 1e-9)
      .map(({ nodes, gain }) => {
        const worker = nodes.find(({ traits }) => traits.work !== undefined);
        return {
          nodes: [
            ...(worker === undefined ? [] : [worker.id]),
            ...nodes.filter((node) => node !== worker).map(({ id }) => id),
          ],
          values: { names: nodes.map(({ name }) => name).join(' → '), gain: Number(gain.toPrecision(3)) },
          remedies:
            worker === undefined ? [] : mendOf(worker, 'emitLess', Number((0.5 / gain).toPrecision(2))),
          ...(worker === undefined ? {} : { evidence: { fact: 'published', node: worker.id } }),
        };
      });
  },
} as const satisfies LintRule;
