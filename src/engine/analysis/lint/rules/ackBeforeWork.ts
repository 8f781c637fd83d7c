import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** What is acknowledged before it is done is lost with a crash. */
export const ackBeforeWork = {
  code: 'ack-before-work',
  severity: 'warning',
  sentence:
    '“{bus}” takes an event for done as soon as “{node}” has it, and a fault crashes “{node}”: what it was working on is lost. Acknowledge when the work is done.',
  find(flow) {
    const crashed = new Set(
      flow.doc.faults.flatMap(({ settings }) => (settings['what'] === 'crash' ? [settings['target']] : [])),
    );
    return flow.wires
      .filter(
        ({ from, to }) =>
          from.traits.queue?.acknowledgesEarly === true &&
          (crashed.has(to.id) || crashed.has(to.node.group ?? to.id)),
      )
      .map((wire) => ({
        nodes: [wire.from.id, wire.to.id],
        wires: [wire.id],
        values: { bus: wire.from.name, node: wire.to.name },
        remedies: mendOf(wire.from, 'acknowledgeLate'),
        evidence: { fact: 'interrupted', node: wire.to.id },
      }));
  },
} as const satisfies LintRule;
