import type { Pattern } from './Pattern';

const three = { events: ['a', 'b', 'c'], counts: false, isAboutAll: false } as const;

/** Cause and effect where one of them is two events in order. */
export const chains: readonly Pattern[] = [
  {
    id: 'responseChain',
    ...three,
    expression: '[^a]* | .* a [^a b]* b [^a c]* c [^a]*',
    sentence: 'every {a} is followed by {b} and then {c}',
    meaning: 'After every {a} there is a {b} and after that one a {c}.',
  },
  {
    id: 'responseToChain',
    ...three,
    expression: '[^a]* (a [^b]*)? | [^a]* a .* b [^b]* c [^b]*',
    sentence: 'every {a} and then {b} is followed by {c}',
    meaning: 'After every {b} that has an {a} before it there is a {c}.',
  },
  {
    id: 'precedenceChain',
    ...three,
    expression: '[^c]* ([^c]* a [^c]* b .*)?',
    sentence: '{c} never comes before {a} and then {b}',
    meaning: 'Before the first {c}, if there is one, there is an {a} and after that one a {b}.',
  },
  {
    id: 'precedenceOfChain',
    ...three,
    expression: '[^b]* (b [^c]*)? | [^b]* a .*',
    sentence: '{b} and then {c} never come before {a}',
    meaning: 'If there is a {b} with a {c} somewhere after it, then there is an {a} before the first {b}.',
  },
];
