import { emittedType } from '../emittedType';
import type { LintRule } from '../LintRule';

/** Nobody makes events of a type. */
export const unusedType = {
  code: 'unused-type',
  severity: 'hint',
  sentence:
    'Nobody publishes events of the type “{type}”. Let a publisher or a handler make them, or remove the type.',
  find(flow) {
    const made = new Set(
      flow.nodes.flatMap(({ traits: { source, work } }) => [
        ...(source?.types.map(({ type }) => type) ?? []),
        ...(work?.emits.map((emit) => flow.types[emittedType(emit, flow.types, -1)]?.id) ?? []),
      ]),
    );
    const byHand = new Set(
      flow.doc.interventions.flatMap(({ action }) => (action.do === 'publish' ? [action.type] : [])),
    );
    return flow.types
      .filter(({ id }) => flow.nodes.length > 0 && !made.has(id) && !byHand.has(id))
      .map(({ name }) => ({ values: { type: name } }));
  },
} as const satisfies LintRule;
