import type { StopKind } from '../StopTest';

/** A protocol is violated; the fact names it, at its bus. */
export const protocolStop: StopKind<'protocol'> = {
  on: 'protocol',
  compile(rule, plan) {
    if (rule.protocol === '') return { isMet: ({ violated }) => violated.length > 0 };
    const protocol = plan.doc.protocols.find((one) => one.id === rule.protocol);
    const { bus: id } = protocol?.settings ?? {};
    const bus = typeof id === 'string' ? plan.indexOfNode.get(id) : undefined;
    if (protocol === undefined || bus === undefined) return null;
    return { isMet: (look) => look.node === bus && look.violated.includes(protocol.name) };
  },
};
