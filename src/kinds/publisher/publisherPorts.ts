import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Port } from '#engine/model/NodeKind';

export const publisherPorts: readonly Port[] = [
  { id: 'out', direction: 'out', carries: 'event', side: 'right' },
];

/**
 * `blocked`: every caller has an event in its hands, and one at least waits for the answer to an open publish call;
 * `backingOff`: all of them wait before their next attempt; `done`: the end of what it had to make.
 */
export const publisherLifecycle: Lifecycle = {
  states: ['idle', 'emitting', 'blocked', 'paused', 'done', 'backingOff'],
  initial: 'idle',
  accepting: ['done'],
  stalled: ['blocked', 'paused', 'backingOff'],
  transitions: {
    idle: { emit: 'emitting', exhaust: 'done', pause: 'paused' },
    emitting: { emitted: 'idle', hold: 'blocked' },
    blocked: { returned: 'idle', pause: 'paused', backOff: 'backingOff' },
    paused: { resume: 'idle', resumeBlocked: 'blocked', resumeBackingOff: 'backingOff' },
    done: { emit: 'emitting', pause: 'paused' },
    backingOff: { retry: 'blocked', pause: 'paused' },
  },
};
