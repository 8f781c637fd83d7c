import type { Flight } from '#engine/runtime/Trace';
import type { TokenLook } from '#ui/look/drawToken';
import type { VisibleFlight } from '#ui/store/visibleFlights';

/** What is drawn of an event on a wire. */
export interface SeenToken {
  /** Index of the wire in the document that is being run. */
  readonly wire: number;
  /** 0 at the start of the wire, 1 at its end. */
  readonly share: number;
  /** Index of its event type, or -1 where there is no event. */
  readonly type: number;
  readonly look: TokenLook;
  /** The number of its event, or -1. */
  readonly number: number;
}

/** What is drawn of flights. */
export function seenTokens(flights: readonly VisibleFlight[]): readonly SeenToken[] {
  return flights.map(({ flight, progress }) => seenToken(flight, progress));
}

/** What is drawn of a flight: answers run from the end of their wire to its start. */
export function seenToken(flight: Flight, progress: number): SeenToken {
  const { wire, kind, token, isBad, isDeadLetter } = flight;
  const isAnswer = kind === 'ack';
  return {
    wire,
    share: isAnswer ? 1 - progress : progress,
    type: token?.type ?? -1,
    look: isAnswer ? (isBad ? 'badReply' : 'reply') : isDeadLetter ? 'dead' : 'event',
    number: token?.number ?? -1,
  };
}
