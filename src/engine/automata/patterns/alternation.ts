import type { Pattern } from './Pattern';

const two = { events: ['a', 'b'], counts: false, isAboutAll: false } as const;
const neighbours = { ...two, isAboutAll: true } as const;

/** Two events that take turns, or that stand side by side. */
export const alternation: readonly Pattern[] = [
  {
    id: 'alternateResponse',
    ...two,
    expression: '([^a] | a [^a b]* b)*',
    sentence: 'every {a} is followed by {b} before the next {a}',
    meaning: 'After every {a} there is a {b}, and no other {a} stands between the two.',
  },
  {
    id: 'alternatePrecedence',
    ...two,
    expression: '([^b]* a [^b]* b)* [^b]*',
    sentence: 'before every {b} comes an {a} of its own',
    meaning: 'Before every {b} there is an {a}, and no other {b} stands between the two.',
  },
  {
    id: 'alternateSuccession',
    ...two,
    expression: '[^a b]* (a [^a b]* b [^a b]*)*',
    sentence: '{a} and {b} take turns, {a} first',
    meaning: 'Of all {a} and {b}, the first is {a}, the last is {b}, and no two of a kind follow each other.',
  },
  {
    id: 'chainResponse',
    ...neighbours,
    expression: '([^a] | a b)*',
    sentence: 'right after every {a} comes {b}',
    meaning: 'The event next to every {a} is {b}, so {a} is not the last.',
  },
  {
    id: 'chainPrecedence',
    ...neighbours,
    expression: '([^b] | a b)*',
    sentence: 'right before every {b} comes {a}',
    meaning: 'The event just before every {b} is {a}, so {b} is not the first.',
  },
  {
    id: 'chainSuccession',
    ...neighbours,
    expression: '([^a b] | a b)*',
    sentence: '{a} and {b} come only side by side',
    meaning: 'The event next to every {a} is {b}, and the event just before every {b} is {a}.',
  },
];
