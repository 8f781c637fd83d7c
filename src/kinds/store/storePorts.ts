import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Port } from '#engine/model/NodeKind';

export const storePorts: readonly Port[] = [{ id: 'in', direction: 'in', carries: 'access', side: 'top' }];

export const storeLifecycle: Lifecycle = {
  states: ['idle', 'serving', 'paused', 'down'],
  initial: 'idle',
  accepting: ['idle'],
  stalled: ['paused', 'down'],
  transitions: {
    idle: { serve: 'serving', pause: 'paused', crash: 'down' },
    serving: { served: 'idle', pause: 'paused', crash: 'down' },
    paused: { resume: 'idle', crash: 'down' },
    down: { revive: 'idle' },
  },
};
