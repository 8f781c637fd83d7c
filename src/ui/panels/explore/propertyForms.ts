/** What a property asks for in the form. */
export type PropertyPart = 'node' | 'n' | 'a' | 'b' | 'when' | 'p' | 'q';

/** The properties that the form offers, in its order, and what each asks for; their sentences are `exploring.property.<id>`. */
export const propertyForms = [
  { id: 'no-deadlock', parts: [] },
  { id: 'no-loss', parts: [] },
  { id: 'queue-at-most', parts: ['node', 'n'] },
  { id: 'absence', parts: ['a', 'when'] },
  { id: 'existence', parts: ['a', 'when'] },
  { id: 'precedence', parts: ['b', 'a', 'when'] },
  { id: 'response', parts: ['a', 'b', 'when'] },
  { id: 'always', parts: ['p'] },
  { id: 'never', parts: ['p'] },
  { id: 'at-the-end', parts: ['p'] },
  { id: 'eventually', parts: ['p'] },
  { id: 'leads-to', parts: ['p', 'q'] },
  { id: 'same-end', parts: [] },
  { id: 'no-cycle', parts: [] },
  { id: 'no-violation', parts: [] },
  { id: 'anything', parts: [] },
] as const satisfies readonly { readonly id: string; readonly parts: readonly PropertyPart[] }[];

export type PropertyForm = (typeof propertyForms)[number];
export type PropertyId = PropertyForm['id'];
