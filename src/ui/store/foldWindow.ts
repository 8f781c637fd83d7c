import type { Flight, Frame, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';

/**
 * The picture after `step`, played on from an earlier picture. Nodes and flights that no entry touched are
 * the very same objects as before, so whoever shows them sees that nothing changed. Steps outside of the
 * window end the play at its edge; `from` is used as the start where it lies on the way.
 */
export function foldWindow(window: TraceWindow, step: number, from: Frame = window.start): Frame {
  const isOnTheWay = from.step >= window.start.step && from.step <= step;
  const start = isOnTheWay ? from : window.start;
  const first = start.step - window.start.step;
  const last = Math.min(step - window.start.step, window.entries.length);
  if (last <= first) return start;
  const nodes = [...start.nodes];
  const flights = new Map(start.flights.map((flight) => [flight.id, flight]));
  const facts = { ...start.facts };
  let { failing } = start;
  for (const entry of window.entries.slice(first, last)) {
    for (const { code, wire } of entry.facts) {
      facts[code] = (facts[code] ?? 0) + 1;
      if (wire !== undefined && !failing.includes(wire)) failing = [...failing, wire];
    }
    nodes[entry.node] = entry.after;
    flights.delete(entry.flight);
    for (const flight of entry.sent) flights.set(flight.id, flight);
  }
  const end = window.entries[last - 1];
  return {
    step: window.start.step + last,
    timeUs: end?.timeUs ?? start.timeUs,
    nodes,
    flights: sameIfEqual(start.flights, [...flights.values()]),
    facts,
    failing,
  };
}

/** The last step that a window knows. */
export function lastStepOf(window: TraceWindow): number {
  return window.start.step + window.entries.length;
}

/** The entry of a step, when the window has it. */
export function entryOf(window: TraceWindow, step: number): PlayableEntry | undefined {
  return window.entries[step - window.start.step - 1];
}

/** When a step of the window happened; for the start, when that was. */
export function timeOf(window: TraceWindow, step: number): number {
  return entryOf(window, step)?.timeUs ?? window.start.timeUs;
}

/** The last step of the window that is not later than a virtual time; at least the start. */
export function stepAt(window: TraceWindow, timeUs: number): number {
  let low = 0;
  let high = window.entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = window.entries[middle];
    if (entry !== undefined && entry.timeUs <= timeUs) low = middle + 1;
    else high = middle;
  }
  return window.start.step + low;
}

/** Steps in a second of virtual time, in what a window knows; null where it knows of no time that passes. */
export function densityOf(window: TraceWindow): number | null {
  const spanUs = timeOf(window, lastStepOf(window)) - window.start.timeUs;
  return spanUs > 0 ? (window.entries.length * 1e6) / spanUs : null;
}

/** The window with another one joined on where it ends, or begins; unchanged when the two do not touch. */
export function joinWindows(window: TraceWindow, other: TraceWindow): TraceWindow {
  const [first, last] = [window.start.step, lastStepOf(window)];
  const [otherFirst, otherLast] = [other.start.step, lastStepOf(other)];
  const doTouch = otherFirst <= last && otherLast >= first;
  if (!doTouch || (otherFirst >= first && otherLast <= last)) return window;
  const before = other.entries.slice(0, Math.max(0, first - otherFirst));
  const after = other.entries.slice(Math.max(0, last - otherFirst));
  return {
    start: otherFirst < first ? other.start : window.start,
    entries: [...before, ...window.entries, ...(otherLast > last ? after : [])],
  };
}

/** The window without what lies more than so many steps before or after a step. */
export function trimWindow(
  window: TraceWindow,
  step: number,
  keepBehind: number,
  keepAhead: number,
): TraceWindow {
  const from = Math.max(window.start.step, step - keepBehind);
  const to = Math.min(lastStepOf(window), step + keepAhead);
  if (from === window.start.step && to === lastStepOf(window)) return window;
  return {
    start: foldWindow(window, from),
    entries: window.entries.slice(from - window.start.step, to - window.start.step),
  };
}

function sameIfEqual(before: readonly Flight[], after: readonly Flight[]): readonly Flight[] {
  const isSame = before.length === after.length && before.every((flight, index) => flight === after[index]);
  return isSame ? before : after;
}
