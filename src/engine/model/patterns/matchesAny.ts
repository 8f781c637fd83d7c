import { assert } from '#engine/kernel/assert';
import { dialects } from './index';

/**
 * Whether a subject matches at least one of the patterns, read in one dialect; no patterns at all match every
 * subject. The dialect must be one of the list.
 */
export function matchesAny(dialectId: string, patterns: readonly string[], subject: string): boolean {
  const dialect = dialects.find(({ id }) => id === dialectId);
  assert(dialect !== undefined, `There is no pattern dialect "${dialectId}".`);
  return patterns.length === 0 || patterns.some((pattern) => dialect.compile(pattern)(subject));
}
