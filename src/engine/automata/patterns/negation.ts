import type { Pattern } from './Pattern';

const two = { events: ['a', 'b'], counts: false, isAboutAll: false } as const;

/** What two events must not do. */
export const negation: readonly Pattern[] = [
  {
    id: 'notCoExistence',
    ...two,
    expression: '[^a]* | [^b]*',
    sentence: '{a} and {b} never come both',
    meaning: 'There is no {a}, or there is no {b}.',
  },
  {
    id: 'notSuccession',
    ...two,
    expression: '[^a]* (a [^b]*)?',
    sentence: 'after {a}, {b} never comes',
    meaning: 'There is no {b} anywhere after an {a}.',
  },
  {
    id: 'notChainSuccession',
    ...two,
    isAboutAll: true,
    expression: '([^a] | a+ [^a b])* a*',
    sentence: '{b} never comes right after {a}',
    meaning: 'The event next to an {a}, if there is one, is not {b}.',
  },
];
