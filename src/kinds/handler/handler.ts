import type { NodeKind } from '#engine/model/NodeKind';
import { handlerFields, type HandlerSettings } from './handlerFields';
import { handlerLifecycle } from './handlerLifecycle';
import { handlerPorts } from './handlerPorts';
import type { HandlerView } from './HandlerView';
import { waitingLines } from './waitingLines';

/** Works on deliveries with a pool of workers, and emits events or reads and writes a store. */
export const handler: NodeKind = {
  id: 'handler',
  fields: handlerFields,
  ports: handlerPorts,
  runs: true,
  resizable: false,
  automaton: handlerLifecycle,
  presets: [
    { id: 'plain', settings: {} },
    { id: 'readModel', settings: { look: 'readModel', service: { law: 'constant', mean: 8 } } },
  ],
  faults: ['pause', 'resume', 'crash', 'revive', 'slow', 'restore', 'advance'],
  waiting: (view) => (view === null ? [] : waitingLines(view as HandlerView)),
  facts: (untyped) => {
    const settings = untyped as unknown as HandlerSettings; // The importer checked it against handlerFields.
    const servers = settings.workers === 0 ? Infinity : settings.workers;
    const atOnce = servers * settings.batchSize;
    const inbox = settings.inboxCapacity === 0 ? Infinity : settings.inboxCapacity;
    const isSync = settings.mode === 'sync';
    const holdsBack = isSync || settings.inboxOverflow === 'block';
    return {
      role: 'server',
      servers,
      admits: holdsBack ? atOnce + (isSync ? 0 : inbox) : Infinity,
      service: settings.service,
      capacity: isSync ? 0 : inbox,
      holdsCaller: isSync,
    };
  },
};
