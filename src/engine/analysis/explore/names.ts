/*
 * Events, calls and timers are numbered by a run as they come, so that no two moments of it are ever quite the same.
 * Where moments are compared, these numbers are names: only which of them are equal, and which came first, counts. A
 * name is a number from a range of its own, by which it is recognised wherever a kind keeps it, and its place in that
 * range is its place among the names that are known.
 */

/** Names of events begin here. */
export const firstEvent = 2 ** 40;
/** Names of calls begin here. */
export const firstCall = 2 ** 41;
/** Names of timers begin here. */
export const firstTimer = 2 ** 42;

/** How many names of each sort there may be at one place. */
const span = 2 ** 20;

/** Where the range begins that a number belongs to, or 0 for a number that is no name. */
export function rangeOf(value: number): number {
  if (value < firstEvent) return 0;
  if (value < firstEvent + span) return firstEvent;
  if (value >= firstTimer) return value < firstTimer + span ? firstTimer : 0;
  return value >= firstCall && value < firstCall + span ? firstCall : 0;
}

/** Whatever begins like a name; which of these are names is for `rangeOf` to say. */
const digits = /(?:109951|219902|439804)\d{7}/g;

/** Whether a name is written out in a text. */
export function holdsName(text: string): boolean {
  return text.length >= 13 && text.search(digits) >= 0;
}

/** Replaces every name that is written out in a text. */
export function replaceNames(text: string, replace: (name: number) => number): string {
  if (text.length < 13) return text;
  return text.replace(digits, (found) =>
    rangeOf(Number(found)) === 0 ? found : String(replace(Number(found))),
  );
}
