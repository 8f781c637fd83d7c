import type { Observed } from './Observed';
import { ObservedBook } from './ObservedBook';
import { observedLimits } from './observedLimits';

/** An event of a recorded log. */
interface RecordedEvent {
  readonly line: number;
  readonly atUs: number;
  readonly type: string;
  readonly key: string;
}

/** What comes after what in a recorded log, whose events are sorted by time. Places are its lines. */
export function observeEvents(
  events: readonly RecordedEvent[],
  isPerKey: boolean,
  limits = observedLimits,
): Observed {
  const book = new ObservedBook(isPerKey, limits);
  for (const { line, atUs, type, key } of events) book.add({ type, key, lane: 0, timeUs: atUs, place: line });
  return book.report();
}
