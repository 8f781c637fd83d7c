import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Port } from '#engine/model/NodeKind';

export const publisherPorts: readonly Port[] = [
  { id: 'out', direction: 'out', carries: 'event', side: 'right' },
];

/** `blocked` is the wait for an open publish call; `done` the end of what it had to make. */
export const publisherLifecycle: Lifecycle = {
  states: ['idle', 'emitting', 'blocked', 'paused', 'done'],
  initial: 'idle',
  accepting: ['done'],
  transitions: {
    idle: { emit: 'emitting', exhaust: 'done', pause: 'paused' },
    emitting: { emitted: 'idle', hold: 'blocked' },
    blocked: { returned: 'idle', pause: 'paused' },
    paused: { resume: 'idle', resumeBlocked: 'blocked' },
    done: { emit: 'emitting', pause: 'paused' },
  },
};
