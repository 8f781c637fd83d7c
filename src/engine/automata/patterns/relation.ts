import type { Pattern } from './Pattern';

const two = { events: ['a', 'b'], counts: false, isAboutAll: false } as const;

/** How two events belong together. */
export const relation: readonly Pattern[] = [
  {
    id: 'response',
    ...two,
    expression: '([^a] | a [^b]* b)*',
    sentence: 'every {a} is followed by {b}',
    meaning: 'After every {a} there is a {b} somewhere; one {b} serves all before it.',
  },
  {
    id: 'precedence',
    ...two,
    expression: '[^b]* (a .*)?',
    sentence: '{b} never comes before {a}',
    meaning: 'Before the first {b}, if there is one, there is an {a}.',
  },
  {
    id: 'succession',
    ...two,
    expression: '[^a b]* (a [^b]* b [^a]*)*',
    sentence: 'every {a} is followed by {b}, and {b} never comes before {a}',
    meaning: 'After every {a} there is a {b}, and before the first {b} there is an {a}.',
  },
  {
    id: 'respondedExistence',
    ...two,
    expression: '[^a]* | .* b .*',
    sentence: 'where {a} comes, {b} comes too',
    meaning: 'If there is an {a}, there is a {b}, before or after it.',
  },
  {
    id: 'coExistence',
    ...two,
    expression: '[^a b]* | .* a .* b .* | .* b .* a .*',
    sentence: '{a} and {b} come both or not at all',
    meaning: 'There is an {a} exactly if there is a {b}.',
  },
  {
    id: 'choice',
    ...two,
    expression: '.* [a b] .*',
    sentence: '{a} or {b} comes',
    meaning: 'There is an {a}, or a {b}, or both.',
  },
  {
    id: 'exclusiveChoice',
    ...two,
    expression: '[^a b]* (a [^b]* | b [^a]*)',
    sentence: 'either {a} or {b} comes',
    meaning: 'There is an {a} or a {b}, and not both.',
  },
];
