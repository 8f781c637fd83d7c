import type { NodeKind } from '#engine/model/NodeKind';
import { publisherFields, type PublisherSettings } from './publisherFields';
import { publisherLifecycle, publisherPorts } from './publisherPorts';

/** How many events a source without a count makes where every order is explored, and how many one with a count at most. */
const fewEvents = 3;
const mostEvents = 12;

/** Makes events and puts them on buses, by hand, by script, at random intervals or as recorded. */
export const publisher: NodeKind = {
  id: 'publisher',
  fields: publisherFields,
  ports: publisherPorts,
  runs: true,
  resizable: false,
  automaton: publisherLifecycle,
  presets: [{ id: 'plain', settings: {} }],
  faults: ['publish', 'pause', 'resume'],
  facts: (settings) => ({
    role: 'source',
    servers: 1,
    admits: 0,
    service: (settings as unknown as PublisherSettings).interval, // The importer checked it against publisherFields.
    capacity: Infinity,
    holdsCaller: false,
  }),
  bounded(settings, events, mostKeys = Infinity) {
    const { count, generation, stopMs, keys } = settings as unknown as PublisherSettings; // As above.
    // What is written down is over when it is over; what is drawn would go on for as long as it takes.
    const isListed = generation === 'script' || generation === 'log';
    return {
      ...settings,
      count: count === 0 ? (events ?? fewEvents) : Math.min(count, events ?? mostEvents),
      stopMs: isListed ? stopMs : 0,
      keys: Math.min(keys, mostKeys),
    };
  },
};
