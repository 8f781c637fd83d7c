import type { NodeKind } from '#engine/model/NodeKind';
import { busFields, type BusSettings } from './busFields';
import { busLifecycle, busPorts } from './busPorts';
import { characterOf } from './characterOf';
import type { BusView } from './BusView';
import { profiles } from './profiles/index';
import { waitingLines } from './readBusView';

/** Receives events and passes them on: a topic, a queue, an in-process event bus, a dead-letter box. */
export const bus: NodeKind = {
  id: 'bus',
  fields: busFields,
  ports: busPorts,
  runs: true,
  resizable: false,
  automaton: busLifecycle,
  presets: [
    { id: 'topic', settings: {} },
    { id: 'queue', settings: { groups: 'one' } },
    { id: 'sync', settings: { delivery: 'sync' } },
    { id: 'deadLetters', settings: { purpose: 'deadLetters', unrouted: 'keep' } },
  ],
  profiles: profiles.map((profile) => ({ id: profile.id, settings: characterOf(profile) })),
  faults: ['pause', 'resume', 'crash', 'revive', 'advance'],
  followsProtocols: true,
  // The kind's own view, or none before a run has its first picture.
  waiting: (view) => (view === null ? [] : waitingLines(view as BusView)),
  facts: (untyped) => {
    const settings = untyped as unknown as BusSettings; // The importer checked it against busFields.
    return {
      role: 'bus',
      servers: settings.dispatch === 'loop' ? settings.dispatchers : Infinity,
      admits: Infinity,
      service: null,
      capacity: settings.capacity === 0 ? Infinity : settings.capacity,
      holdsCaller: settings.delivery === 'sync',
    };
  },
};
