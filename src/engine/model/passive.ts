import type { NodeKind } from './NodeKind';

/** What kinds that only explain have in common: no ports, one state, no steps. */
export const passive: Omit<NodeKind<null, null, null>, 'id' | 'fields'> = {
  ports: [],
  runs: false,
  resizable: true,
  automaton: {
    states: ['still'],
    initial: 'still',
    accepting: ['still'],
    transitions: {},
  },
  faults: [],
  presets: [{ id: 'plain', settings: {} }],
  facts: () => ({
    role: 'none',
    servers: 0,
    admits: 0,
    service: null,
    capacity: 0,
    holdsCaller: false,
  }),
  plan: () => null,
  initialState: () => null,
  begin: () => undefined,
  receive: () => undefined,
  view: () => null,
  isSettled: () => true,
  waitsFor: () => [],
};
