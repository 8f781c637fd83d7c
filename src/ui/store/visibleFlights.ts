import type { Flight, Frame, TraceWindow } from '#engine/runtime/Trace';
import { entryOf } from './foldWindow';

/** A token to draw: how far it is along its wire, from 0 to 1. */
export interface VisibleFlight {
  readonly flight: Flight;
  readonly progress: number;
}

/** A single step, seen as it happens: virtual time stands, but its tokens shall be seen to glide. */
export interface Glide {
  /** The virtual time from which the step came. */
  readonly fromUs: number;
  /** The flight that ended with the step. */
  readonly landing: Flight | null;
}

/** What the tokens on the wires are a function of; the state of the run store is one. */
export interface FlightMoment {
  /** The picture at the playhead. */
  readonly frame: Frame | null;
  /** Entries around the playhead. */
  readonly window: TraceWindow | null;
  /** What took no time and is not in the window. */
  readonly hops: readonly Flight[];
  readonly playhead: { readonly timeUs: number; readonly step: number };
  readonly isPlaying: boolean;
  /** Virtual seconds per second. */
  readonly speed: number;
  /** From 0 to 1: how much of its glide the last single step has had. */
  readonly settle: number;
  readonly glide: Glide | null;
}

/** How long a token without latency is seen travelling while playing, in microseconds of wall time. */
export const hopUs = 300_000;
/** How many entries back the picture looks for such tokens; more would not be told apart. */
const lookBackAtMost = 4000;

/**
 * The tokens to draw now. At rest that is what is under way after the step, however one came to it, each where
 * it is at the playhead's time. While time or a single step moves, what takes no time to arrive is also seen
 * for a moment after it left; nothing waits for it.
 */
export function visibleFlights(moment: FlightMoment): readonly VisibleFlight[] {
  const found: VisibleFlight[] = [];
  eachVisibleFlight(moment, (flight, progress) => found.push({ flight, progress }));
  return found;
}

/** Tells of the same tokens one by one: while a thousand are drawn sixty times a second, no list of them is made. */
export function eachVisibleFlight(
  moment: FlightMoment,
  see: (flight: Flight, progress: number) => void,
): void {
  const { frame, isPlaying, settle, glide, playhead } = moment;
  if (frame === null) return;
  const seeIfWorth = (flight: Flight, progress: number) => {
    if (progress >= 0 && isWorthSeeing(flight)) see(flight, progress);
  };
  if (!isPlaying && settle < 1 && glide !== null) {
    for (const { flight, progress } of glidingFlights(moment, frame, glide)) seeIfWorth(flight, progress);
    return;
  }
  const hops = isPlaying ? hopsSeen(moment) : noHops;
  for (const flight of frame.flights) {
    if (!hops.has(flight.id)) seeIfWorth(flight, progressAt(flight, playhead.timeUs));
  }
  for (const { flight, progress } of hops.values()) seeIfWorth(flight, progress);
}

/** An answer that nobody is held for, and that is good news, would only hide the events under way. */
export function isWorthSeeing(flight: Flight): boolean {
  return flight.kind !== 'ack' || flight.isCall || flight.isBad;
}

/** A step that moved time spends half of its glide on the way there, the other half on what it sent. */
function glidingFlights(
  { window, playhead, settle }: FlightMoment,
  frame: Frame,
  { fromUs, landing }: Glide,
): readonly VisibleFlight[] {
  const wayUs = playhead.timeUs - fromUs;
  const nowUs = fromUs + wayUs * Math.min(1, settle * 2);
  const hop = wayUs > 0 ? settle * 2 - 1 : settle;
  const sent = new Set(window === null ? [] : entryOf(window, playhead.step)?.sent);
  const found = frame.flights.map((flight) => ({
    flight,
    progress: isHop(flight) && sent.has(flight) ? hop : progressAt(flight, nowUs),
  }));
  if (landing !== null && nowUs < landing.arriveUs) {
    found.push({ flight: landing, progress: progressAt(landing, nowUs) });
  }
  return found;
}

const isHop = ({ departUs, arriveUs }: Flight) => arriveUs <= departUs;

/** Where a token really is; below 0 before it left. A token that is overdue waits at the end. */
function progressAt(flight: Flight, nowUs: number): number {
  if (isHop(flight)) return nowUs < flight.departUs ? -1 : 1;
  return Math.min(1, (nowUs - flight.departUs) / (flight.arriveUs - flight.departUs));
}

const noHops: ReadonlyMap<number, VisibleFlight> = new Map();

/** What left just now and took no time, by its id: it has arrived by now, but eyes need motion. */
function hopsSeen(moment: FlightMoment): ReadonlyMap<number, VisibleFlight> {
  const { window, playhead, speed } = moment;
  if (window === null || !Number.isFinite(speed)) return noHops;
  const travelUs = hopUs * speed;
  const hops = new Map<number, VisibleFlight>();
  const see = (flight: Flight) => {
    const progress = (playhead.timeUs - flight.departUs) / travelUs;
    if (isHop(flight) && progress < 1) hops.set(flight.id, { flight, progress });
  };
  for (const flight of moment.hops) see(flight);
  const end = Math.min(window.entries.length, playhead.step - window.start.step);
  for (let at = end - 1; at >= Math.max(0, end - lookBackAtMost); at -= 1) {
    const entry = window.entries[at];
    if (entry === undefined || entry.timeUs <= playhead.timeUs - travelUs) break;
    for (const flight of entry.sent) see(flight);
  }
  return hops;
}
