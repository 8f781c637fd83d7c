import type { Token } from '#engine/model/NodeKind';
import { useFollow } from '#ui/store/followStore';
import { entryOf } from '#ui/store/foldWindow';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';

/** The event that a person has in view: the one that is followed, else the one that the last step was about. */
export function tokenAtHand(): Token | null {
  const number = useView.getState().selectedEvent;
  return number === null ? tokenAtPlayhead() : tokenOf(number);
}

/** The key of that event; empty when there is none, or it has no key. */
export const keyAtHand = (): string => tokenAtHand()?.subject ?? '';

function tokenOf(number: number): Token | null {
  const { window, frame } = useRun.getState();
  const told = useFollow.getState().story?.events.find(({ token }) => token.number === number)?.token;
  const seen = window?.entries.find(({ token }) => token?.number === number)?.token;
  return told ?? seen ?? frame?.flights.find(({ token }) => token?.number === number)?.token ?? null;
}

function tokenAtPlayhead(): Token | null {
  const { window, playhead } = useRun.getState();
  if (window === null) return null;
  for (let step = playhead.step; step > window.start.step; step -= 1) {
    const entry = entryOf(window, step);
    const token = entry?.token ?? entry?.facts.find((fact) => fact.token !== null)?.token;
    if (token !== null && token !== undefined) return token;
  }
  return null;
}
