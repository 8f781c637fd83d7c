import type { FlowDoc } from './FlowDoc';

/** The version of the document format that this program writes. */
export const formatVersion = 1 as const;

/** What a document without these numbers gets: seed, and ten minutes of virtual time. */
export const runDefaults = { seed: 1, untilMs: 600_000 } as const;

/** An empty flow with a name. */
export function newDocument(name: string): FlowDoc {
  return {
    busbar: formatVersion,
    name,
    description: '',
    ...runDefaults,
    eventTypes: [],
    nodes: [],
    wires: [],
    interventions: [],
    faults: [],
    protocols: [],
  };
}
