import type { PatternDialect } from './PatternDialect';

/**
 * NATS subjects (docs.nats.io, "Subject-Based Messaging"; validity as the server's `IsValidSubject`): tokens
 * separated by `.`, none empty and without blanks; the token `*` stands for exactly one, a `>` at the end for one
 * or more. Inside a longer token both are ordinary characters.
 */
export const nats: PatternDialect = {
  id: 'nats',
  problemOf,
  problemOfSubject: problemOfTokens,
  compile(pattern) {
    if (problemOf(pattern) !== null) return () => false;
    const wanted = pattern.split('.');
    const hasTail = wanted.at(-1) === '>';
    const fixed = hasTail ? wanted.slice(0, -1) : wanted;
    return (subject) => {
      if (problemOfTokens(subject) !== null) return false;
      const tokens = subject.split('.');
      if (hasTail ? tokens.length <= fixed.length : tokens.length !== fixed.length) return false;
      return fixed.every((token, index) => token === '*' || token === tokens[index]);
    };
  },
};

function problemOf(pattern: string): string | null {
  if (pattern === '') return 'The pattern is empty; write > for all.';
  const early = pattern.split('.').slice(0, -1).includes('>');
  return early ? 'The wildcard > may stand only at the end.' : problemOfTokens(pattern);
}

function problemOfTokens(subject: string): string | null {
  if (subject === '') return 'The subject is empty.';
  if (/[ \t\n\f\r]/.test(subject)) return 'A blank may not stand in a subject.';
  return subject.split('.').includes('') ? 'There must be a token before, between and after the dots.' : null;
}
