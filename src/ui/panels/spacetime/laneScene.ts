import type { Flight, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';
import type { Token } from '#engine/model/NodeKind';

/** A stretch of time that a node spends in one lifecycle state. */
export interface Band {
  readonly node: number;
  readonly state: string;
  readonly fromUs: number;
  readonly toUs: number;
  /** The event that brought the node into the state. */
  readonly token: Token | null;
}

/** Something that happened to an event at a node. */
export interface Mark {
  readonly node: number;
  readonly timeUs: number;
  readonly token: Token;
  readonly isDead: boolean;
}

/** A message on its way from lane to lane. */
export interface Way {
  readonly from: number;
  readonly to: number;
  readonly flight: Flight;
}

export interface LaneScene {
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
  readonly ways: readonly Way[];
  /** What happened before is not known here. */
  readonly knownFromUs: number;
}

/** Where a wire leads from and to, as node indices. */
export type WireEnds = (wire: number) => { readonly from: number; readonly to: number } | null;

/** What the lanes show of a window between two virtual times. States reach to the end of what is known. */
export function laneScene(
  window: TraceWindow,
  {
    fromUs,
    toUs,
    isEndKnown,
  }: { readonly fromUs: number; readonly toUs: number; readonly isEndKnown: boolean },
  ends: WireEnds,
): LaneScene {
  const bands: Band[] = [];
  const marks: Mark[] = [];
  const ways = window.start.flights.flatMap((flight) => wayOf(flight, ends));
  const open = window.start.nodes.map(({ lifecycle, sinceUs }, node) => ({
    node,
    state: lifecycle,
    fromUs: sinceUs,
    token: null as Token | null,
  }));
  let knownUs = window.start.timeUs;
  let isAllKnown = isEndKnown;
  for (const entry of window.entries) {
    if (entry.timeUs > toUs) {
      isAllKnown = true;
      break;
    }
    knownUs = entry.timeUs;
    const before = open[entry.node];
    if (before !== undefined && before.state !== entry.after.lifecycle) {
      bands.push({ ...before, toUs: entry.timeUs });
      open[entry.node] = {
        node: entry.node,
        state: entry.after.lifecycle,
        fromUs: entry.timeUs,
        token: tokenOf(entry),
      };
    }
    marks.push(...marksOf(entry));
    for (const flight of entry.sent) ways.push(...wayOf(flight, ends));
  }
  const untilUs = isAllKnown ? toUs : Math.min(toUs, knownUs);
  for (const band of open) bands.push({ ...band, toUs: Math.max(untilUs, band.fromUs) });
  return {
    bands: bands.filter((band) => band.toUs > fromUs && band.fromUs < toUs && band.toUs > band.fromUs),
    marks: marks.filter(({ timeUs }) => timeUs >= fromUs),
    ways: ways.filter(({ flight }) => flight.arriveUs >= fromUs && flight.departUs <= toUs),
    knownFromUs: window.start.step === 0 ? -Infinity : window.start.timeUs,
  };
}

function wayOf(flight: Flight, ends: WireEnds): readonly Way[] {
  const wire = flight.kind === 'ack' ? null : ends(flight.wire);
  return wire === null ? [] : [{ ...wire, flight }];
}

const deadly = new Set(['dead-lettered', 'dropped', 'lost', 'expired', 'refused', 'failed']);

/** Arrivals and births are marked; starts, finishes and answers are seen by the bands. */
function marksOf(entry: PlayableEntry): readonly Mark[] {
  const { node, timeUs } = entry;
  const born = entry.facts.flatMap(({ code, token }) =>
    code === 'published' && token !== null ? [{ node, timeUs, token, isDead: false }] : [],
  );
  const dead = entry.facts.flatMap(({ code, token }) =>
    deadly.has(code) && token !== null ? [{ node, timeUs, token, isDead: true }] : [],
  );
  const isArrival = entry.kind === 'publish' || entry.kind === 'deliver' || entry.kind === 'access';
  const arrived =
    isArrival && entry.token !== null && dead.length === 0
      ? [{ node, timeUs, token: entry.token, isDead: false }]
      : [];
  return [...born, ...arrived, ...dead];
}

function tokenOf(entry: PlayableEntry): Token | null {
  return entry.token ?? entry.facts.find(({ token }) => token !== null)?.token ?? null;
}
