import type { FlowDoc } from '#engine/model/FlowDoc';
import type { TraceEntry } from '#engine/runtime/Trace';

/** Whether a step breaks a protocol that wants the run to stop there. */
export function stopsAt({ facts, node }: TraceEntry, { nodes, protocols }: FlowDoc): boolean {
  const broken = facts.filter(({ code }) => code === 'protocol-violated');
  if (broken.length === 0) return false;
  return protocols.some(
    ({ name, settings }) =>
      settings['pauseOnViolation'] === true &&
      settings['mode'] === 'monitor' &&
      settings['bus'] === nodes[node]?.id &&
      broken.some(({ detail }) => detail === name),
  );
}
