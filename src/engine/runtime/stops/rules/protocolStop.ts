import type { StopKind } from '../StopTest';

/** A protocol is violated: this one, whatever others of its name do. */
export const protocolStop: StopKind<'protocol'> = {
  on: 'protocol',
  compile(rule, plan) {
    if (rule.protocol === '') return { isMet: ({ isViolating }) => isViolating };
    const protocol = plan.doc.protocols.find((one) => one.id === rule.protocol);
    const { bus: id } = protocol?.settings ?? {};
    const bus = typeof id === 'string' ? plan.indexOfNode.get(id) : undefined;
    if (protocol === undefined || bus === undefined) return null;
    return { isMet: (look) => look.node === bus && look.violates(protocol.id) };
  },
};
