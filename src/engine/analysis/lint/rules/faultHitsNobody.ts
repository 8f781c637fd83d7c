import type { LintRule } from '../LintRule';
import { planFault } from '#engine/runtime/planFault';

/** A fault of the document changes nothing. */
export const faultHitsNobody = {
  code: 'fault-hits-nobody',
  severity: 'warning',
  sentence:
    'The fault “{fault}” befalls nobody, or comes when the run is over. Choose what it befalls, and when.',
  find(flow) {
    const kinds = new Map(flow.kinds.map((kind) => [kind.id, kind]));
    const { untilMs } = flow.doc;
    return flow.doc.faults
      .filter((fault) => {
        const plan = planFault(fault, flow.doc, kinds);
        return plan === null || (untilMs > 0 && plan.atUs >= untilMs * 1000);
      })
      .map((fault) => ({ values: { fault: fault.name } }));
  },
} as const satisfies LintRule;
