import type { FlowEvent } from './messages';
import type { Token } from './NodeKind';

/** Longest list a view carries; the true count stands beside it. */
export const longestViewList = 12;

/** The part of an event that pictures and logs show. */
export function tokenOf(event: FlowEvent): Token {
  return { number: event.number, type: event.type, subject: event.subject };
}
