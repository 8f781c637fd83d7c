import type { Behaviour, NodeKind } from './NodeKind';

/** What kinds that only explain have in common: no ports, one state, nothing a person could do to them. */
export const passive: Omit<NodeKind, 'id' | 'fields'> = {
  ports: [],
  runs: false,
  resizable: true,
  automaton: { states: ['still'], initial: 'still', accepting: ['still'], transitions: {} },
  presets: [{ id: 'plain', settings: {} }],
  faults: [],
  facts: () => ({ role: 'none', servers: 0, admits: 0, service: null, capacity: 0, holdsCaller: false }),
};

/** What they do in a run: nothing. */
export const still: Behaviour<null, null, null> = {
  plan: () => null,
  initialState: () => null,
  begin: () => undefined,
  receive: () => undefined,
  view: () => null,
  isSettled: () => true,
  waitsFor: () => [],
  waits: () => [],
  waitsOf: () => [],
  holdings: () => [],
  activities: () => [],
};
