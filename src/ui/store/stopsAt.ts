import type { FlowDoc, Protocol } from '#engine/model/FlowDoc';
import type { Frame, PlayableEntry } from '#engine/runtime/Trace';

const stops = ({ settings }: Protocol) =>
  settings['pauseOnViolation'] === true && settings['mode'] === 'monitor';

/** Whether a step breaks a protocol that wants the run to stop there. */
export function stopsAt({ facts, step, after }: PlayableEntry, { protocols }: FlowDoc): boolean {
  if (!facts.some(({ code }) => code === 'protocol-violated')) return false;
  const wanted = new Set(protocols.filter(stops).map(({ id }) => id));
  return monitorsIn(after.view).some(({ id, lastStep }) => lastStep === step && wanted.has(id));
}

/** The first step after this one that broke such a protocol for the first time, as far as a picture tells; or null. */
export function stopBetween(step: number, { facts, nodes }: Frame, { protocols }: FlowDoc): number | null {
  if ((facts['protocol-violated'] ?? 0) === 0 || !protocols.some(stops)) return null;
  const wanted = new Set(protocols.filter(stops).map(({ id }) => id));
  const steps = nodes
    .flatMap(({ view }) => monitorsIn(view))
    .flatMap(({ id, first }) => (first !== null && wanted.has(id) ? [first.step] : []))
    .filter((broken) => broken > step)
    .toSorted((a, b) => a - b);
  return steps[0] ?? null;
}

/** What the view of a kind that follows protocols has of each. */
interface SeenMonitor {
  readonly id: string;
  readonly first: { readonly step: number } | null;
  readonly lastStep: number;
}

/** Of any node that follows protocols, whatever its kind. */
function monitorsIn(view: unknown): readonly SeenMonitor[] {
  if (typeof view !== 'object' || view === null || !('monitors' in view)) return [];
  return Array.isArray(view.monitors) ? (view.monitors as readonly SeenMonitor[]) : [];
}
