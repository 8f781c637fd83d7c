import type { LintRule } from '../LintRule';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';

/** No order of events satisfies a protocol. */
export const protocolUnsatisfiable = {
  code: 'protocol-unsatisfiable',
  severity: 'warning',
  sentence: 'No run can satisfy the protocol “{protocol}”: whatever happens breaks it. Change the protocol.',
  find(flow) {
    return flow.doc.protocols.flatMap((protocol) => {
      const { automaton, standings } = compileProtocol(protocol, flow.types);
      if (automaton === null || standings[automaton.initial] !== 'violated') return [];
      const bus = flow.nodes.find(({ id }) => id === protocol.settings['bus']);
      return [{ nodes: bus === undefined ? [] : [bus.id], values: { protocol: protocol.name } }];
    });
  },
} as const satisfies LintRule;
