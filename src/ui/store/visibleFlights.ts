import type { Flight, Frame, PlayableEntry, TraceWindow } from '#engine/runtime/Trace';

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
  readonly playhead: { readonly timeUs: number; readonly step: number };
  /** Virtual seconds per second. */
  readonly speed: number;
  /** From 0 to 1: how much of its glide the last single step has had. */
  readonly settle: number;
  readonly glide: Glide | null;
  /** What was sent up to this step has been seen to arrive: it travels no more than it really does. */
  readonly settledStep: number;
}

/** How long a token is seen travelling at least, in microseconds of wall time. */
const shortestTravelUs = 300_000;
/** No token is drawn later than so many shortest travels after it was sent. */
const latestInTravels = 3;
/** How many entries back the picture looks for tokens that are drawn late; more would not be told apart. */
const lookBackAtMost = 4000;

interface Clock {
  readonly nowUs: number;
  /** Time that only tokens without latency of their own have had. */
  readonly extraUs: number;
  /** The shortest travel, in virtual microseconds. */
  readonly travelUs: number;
}

/**
 * The tokens to draw now. A wire without latency would show nothing, so every token travels at least a short
 * while of wall time; what an arrival causes is seen to leave only when the arrival has been seen, but no
 * later than one such while after it really left.
 */
export function visibleFlights(moment: FlightMoment): readonly VisibleFlight[] {
  const { frame } = moment;
  if (frame === null) return [];
  const clock = clockOf(moment);
  const late = lateFlights(moment, clock.travelUs);
  const found: VisibleFlight[] = [];
  const show = (flight: Flight, progress: number) => {
    if (progress >= 0 && isWorthSeeing(flight)) found.push({ flight, progress });
  };
  for (const flight of frame.flights) {
    const seen = late.get(flight.id);
    const honest = progressOf(flight, clock.nowUs);
    show(flight, seen === undefined ? honest : Math.min(honest, travelled(seen, clock)));
    late.delete(flight.id);
  }
  const landing = moment.settle < 1 ? (moment.glide?.landing ?? null) : null;
  if (landing !== null && !late.has(landing.id)) showUntilEnd(landing, progressOf(landing, clock.nowUs));
  for (const seen of late.values()) showUntilEnd(seen.flight, travelled(seen, clock));
  return found;

  function showUntilEnd(flight: Flight, progress: number) {
    if (progress < 1) show(flight, progress);
  }
}

/** An answer that nobody is held for, and that is good news, would only hide the events under way. */
function isWorthSeeing(flight: Flight): boolean {
  return flight.kind !== 'ack' || flight.isCall || flight.isBad;
}

/** A step that moved time spends half of its glide on the way there, the other half on what it sent. */
function clockOf({ playhead, speed, settle, glide }: FlightMoment): Clock {
  const isGliding = settle < 1 && glide !== null;
  const pace = Number.isFinite(speed) ? speed : isGliding ? 1 : 0;
  const travelUs = shortestTravelUs * pace;
  if (!isGliding) return { nowUs: playhead.timeUs, extraUs: 0, travelUs };
  const wayUs = playhead.timeUs - glide.fromUs;
  const way = wayUs > 0 ? Math.min(1, settle * 2) : 1;
  const rest = wayUs > 0 ? Math.max(0, settle * 2 - 1) : settle;
  return { nowUs: glide.fromUs + wayUs * way, extraUs: rest * latestInTravels * travelUs, travelUs };
}

interface LateFlight {
  readonly flight: Flight;
  readonly departUs: number;
  readonly arriveUs: number;
}

/** Where a token really is; below 0 before it left. A token that is overdue waits at the end. */
function progressOf(flight: Flight, nowUs: number): number {
  const latencyUs = flight.arriveUs - flight.departUs;
  if (latencyUs <= 0) return nowUs < flight.departUs ? -1 : 1;
  return Math.min(1, (nowUs - flight.departUs) / latencyUs);
}

function travelled(late: LateFlight, clock: Clock): number {
  return Math.min(1, (clock.nowUs + clock.extraUs - late.departUs) / (late.arriveUs - late.departUs));
}

/** What was sent lately, with the times at which it is seen to leave and to arrive. */
function lateFlights(moment: FlightMoment, travelUs: number): Map<number, LateFlight> {
  const late = new Map<number, LateFlight>();
  if (travelUs <= 0) return late;
  const seenAt = new Map<number, number>();
  for (const entry of recentEntries(moment, travelUs)) {
    const causeUs = entry.flight === 0 ? seenAt.get(entry.cause) : late.get(entry.flight)?.arriveUs;
    const seenUs = Math.max(entry.timeUs, Math.min(causeUs ?? 0, entry.timeUs + travelUs));
    seenAt.set(entry.step, seenUs);
    for (const flight of entry.sent) {
      const latencyUs = flight.arriveUs - flight.departUs;
      // A long way is seen anyway, and need not start late.
      const departUs = latencyUs > 2 * travelUs ? flight.departUs : Math.max(flight.departUs, seenUs);
      late.set(flight.id, { flight, departUs, arriveUs: departUs + Math.max(latencyUs, travelUs) });
    }
  }
  return late;
}

/** Entries up to the playhead whose flights may still be drawn, oldest first. */
function recentEntries(moment: FlightMoment, travelUs: number): readonly PlayableEntry[] {
  const { window, playhead, settle, glide, settledStep } = moment;
  if (window === null) return [];
  const end = Math.min(window.entries.length, playhead.step - window.start.step);
  const fromUs = settle < 1 && glide !== null ? Math.min(glide.fromUs, playhead.timeUs) : playhead.timeUs;
  const earliest = Math.max(0, settledStep - window.start.step, end - lookBackAtMost);
  let start = end;
  while (start > earliest && isRecent(window.entries[start - 1])) start -= 1;
  return start < end ? window.entries.slice(start, end) : [];

  function isRecent(entry: PlayableEntry | undefined) {
    return entry !== undefined && entry.timeUs >= fromUs - latestInTravels * travelUs;
  }
}
