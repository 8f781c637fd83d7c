import type { PatternArguments } from './compilePattern';
import type { Pattern } from './Pattern';
import type { Scope } from './scopes';

/** What a pattern says of these events, in English: `between Paid and Shipped, Retry comes at most 3 times`. */
export function sentenceOfPattern(pattern: Pattern, scope: Scope, given: PatternArguments): string {
  const text = scope.sentence === '' ? pattern.sentence : `${scope.sentence} ${pattern.sentence}`;
  return fillPattern(text, given);
}

/** A text with the names in place of `{a}`, `{n}` and the like; what is not given stays as it is, without braces. */
export function fillPattern(
  text: string,
  given: Readonly<Record<string, string | number | undefined>>,
): string {
  return text.replace(/\{([abcqrn])\}/g, (_, name: string) => String(given[name] ?? name));
}
