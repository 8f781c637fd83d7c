import type { FlowDoc, Protocol } from '#engine/model/FlowDoc';
import type { Frame, TraceEntry } from '#engine/runtime/Trace';

const stops = ({ settings }: Protocol) =>
  settings['pauseOnViolation'] === true && settings['mode'] === 'monitor';

/** Whether a step breaks a protocol that wants the run to stop there. */
export function stopsAt({ facts, node }: TraceEntry, { nodes, protocols }: FlowDoc): boolean {
  const broken = facts.filter(({ code }) => code === 'protocol-violated');
  if (broken.length === 0) return false;
  return protocols.some(
    (protocol) =>
      stops(protocol) &&
      protocol.settings['bus'] === nodes[node]?.id &&
      broken.some(({ detail }) => detail === protocol.name),
  );
}

/** The first step after this one that broke such a protocol for the first time, as far as a picture tells; or null. */
export function stopBetween(step: number, { facts, nodes }: Frame, { protocols }: FlowDoc): number | null {
  if ((facts['protocol-violated'] ?? 0) === 0 || !protocols.some(stops)) return null;
  const wanted = new Set(protocols.filter(stops).map(({ id }) => id));
  const steps = nodes
    .flatMap(({ view }) => brokenIn(view, wanted))
    .filter((broken) => broken > step)
    .toSorted((a, b) => a - b);
  return steps[0] ?? null;
}

/** Of any node that follows protocols, whatever its kind. */
function brokenIn(view: unknown, wanted: ReadonlySet<string>): readonly number[] {
  if (typeof view !== 'object' || view === null || !('monitors' in view)) return [];
  const monitors: readonly unknown[] = Array.isArray(view.monitors) ? view.monitors : [];
  return monitors.flatMap((monitor) => {
    // The view of a kind that follows protocols has these.
    const { id, first } = monitor as {
      readonly id: string;
      readonly first: { readonly step: number } | null;
    };
    return first !== null && wanted.has(id) ? [first.step] : [];
  });
}
