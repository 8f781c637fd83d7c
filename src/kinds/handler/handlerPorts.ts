import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Port } from '#engine/model/NodeKind';

export const handlerPorts: readonly Port[] = [
  { id: 'in', direction: 'in', carries: 'delivery', side: 'left' },
  { id: 'out', direction: 'out', carries: 'event', side: 'right' },
  {
    id: 'store',
    direction: 'out',
    carries: 'access',
    side: 'bottom',
    maxWires: 1,
  },
  {
    id: 'deadLetter',
    direction: 'out',
    carries: 'event',
    side: 'bottom',
    deadLetter: true,
  },
];

/**
 * The state names what its workers do: `saturated` all of them are taken and somebody waits; `backingOff` or `calling` all that are
 * busy wait (for the next attempt, or for an answer).
 */
export const handlerLifecycle: Lifecycle = {
  states: ['idle', 'busy', 'saturated', 'backingOff', 'calling', 'paused', 'down'],
  initial: 'idle',
  accepting: ['idle'],
  transitions: {
    idle: {
      start: 'busy',
      fill: 'saturated',
      call: 'calling',
      pause: 'paused',
      crash: 'down',
    },
    busy: {
      finish: 'idle',
      fill: 'saturated',
      backOff: 'backingOff',
      call: 'calling',
      pause: 'paused',
      crash: 'down',
    },
    saturated: {
      finish: 'idle',
      ease: 'busy',
      backOff: 'backingOff',
      call: 'calling',
      pause: 'paused',
      crash: 'down',
    },
    backingOff: {
      start: 'busy',
      fill: 'saturated',
      call: 'calling',
      finish: 'idle',
      pause: 'paused',
      crash: 'down',
    },
    calling: {
      start: 'busy',
      fill: 'saturated',
      backOff: 'backingOff',
      finish: 'idle',
      pause: 'paused',
      crash: 'down',
    },
    paused: { resume: 'idle', crash: 'down' },
    down: { revive: 'idle' },
  },
};
