import type { NodeKind } from '#engine/model/NodeKind';
import { storeFields, type StoreSettings } from './storeFields';
import { storeLifecycle, storePorts } from './storePorts';

/** Keyed values that handlers read and write: a database, a read model, an event store. */
export const store: NodeKind = {
  id: 'store',
  fields: storeFields,
  ports: storePorts,
  runs: true,
  resizable: false,
  automaton: storeLifecycle,
  presets: [{ id: 'plain', settings: {} }],
  faults: ['pause', 'resume', 'crash', 'revive', 'slow', 'restore'],
  facts: (settings) => ({
    role: 'store',
    servers: Infinity,
    admits: Infinity,
    service: (settings as unknown as StoreSettings).latency, // The importer checked it against storeFields.
    capacity: Infinity,
    holdsCaller: true,
  }),
};
