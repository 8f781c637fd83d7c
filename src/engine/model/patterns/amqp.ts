import type { PatternDialect } from './PatternDialect';

/**
 * Binding keys of an AMQP 0-9-1 topic exchange (specification, § 3.1.3.3; details as in RabbitMQ): words separated
 * by `.`, where the word `*` stands for exactly one and the word `#` for any number, none included. Between two
 * dots stands a word even when it is empty, while the empty key has no words. Every text is a pattern.
 */
export const amqp: PatternDialect = {
  id: 'amqp',
  problemOf: () => null,
  problemOfSubject: () => null,
  compile(pattern) {
    const wanted = wordsOf(pattern);
    return (subject) => matches(wanted, wordsOf(subject));
  },
};

const wordsOf = (key: string): readonly string[] => (key === '' ? [] : key.split('.'));

/** Greedy matching: only the latest `#` need ever take one word more, so time grows with the product at most. */
function matches(wanted: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  let afterHash = -1;
  let retryAt = 0;
  while (at < words.length) {
    if (wanted[next] === '#') {
      afterHash = ++next;
      retryAt = at;
    } else if (wanted[next] === '*' || wanted[next] === words[at]) {
      next++;
      at++;
    } else if (afterHash >= 0) {
      next = afterHash;
      at = ++retryAt;
    } else return false;
  }
  return wanted.slice(next).every((word) => word === '#');
}
