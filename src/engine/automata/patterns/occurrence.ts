import type { Pattern } from './Pattern';

const one = { events: ['a'], counts: false, isAboutAll: false } as const;
const counted = { ...one, counts: true } as const;
const amongAll = { ...one, isAboutAll: true } as const;

/** How often, and where, one event comes. */
export const occurrence: readonly Pattern[] = [
  {
    id: 'absence',
    ...one,
    expression: '[^a]*',
    sentence: '{a} never comes',
    meaning: 'There is no {a}.',
  },
  {
    id: 'universality',
    ...amongAll,
    expression: 'a*',
    sentence: 'nothing but {a} comes',
    meaning: 'Every event is {a}; a trace without events holds.',
  },
  {
    id: 'existence',
    ...counted,
    expression: '([^a]* a){n} .*',
    sentence: '{a} comes at least {n} times',
    meaning: 'There are {n} or more of {a}.',
  },
  {
    id: 'atMost',
    ...counted,
    expression: '[^a]* (a [^a]*){0,n}',
    sentence: '{a} comes at most {n} times',
    meaning: 'There are {n} or fewer of {a}.',
  },
  {
    id: 'exactly',
    ...counted,
    expression: '[^a]* (a [^a]*){n}',
    sentence: '{a} comes exactly {n} times',
    meaning: 'There are {n} of {a}, no more and no fewer.',
  },
  {
    id: 'init',
    ...amongAll,
    expression: '(a .*)?',
    sentence: '{a} comes first',
    meaning: 'The first event is {a}; a trace without events holds.',
  },
  {
    id: 'end',
    ...amongAll,
    expression: '(.* a)?',
    sentence: '{a} comes last',
    meaning: 'The last event is {a}; a trace without events holds.',
  },
];
