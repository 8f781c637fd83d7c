import type { PatternDialect } from './PatternDialect';

/** Literal equality, capital letters included; a lone `*` matches every subject. */
export const exact: PatternDialect = {
  id: 'exact',
  problemOf: (pattern) => (pattern === '' ? 'The pattern is empty; write a name, or * for all.' : null),
  problemOfSubject: () => null,
  compile(pattern) {
    if (pattern === '') return () => false;
    return pattern === '*' ? () => true : (subject) => subject === pattern;
  },
};
