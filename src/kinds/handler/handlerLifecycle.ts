import type { Lifecycle } from '#engine/automata/Lifecycle';

/**
 * The state names what its workers do: `saturated` all of them are taken and somebody waits; `backingOff` or `calling` all that are
 * busy wait (for the next attempt, or for an answer); `throttled` or `gathering` nobody works though somebody waits (for
 * leave of a guard, or for a batch to fill). A circuit breaker that is not closed goes before all of them. These last
 * four lead from and to the others by way of `idle`.
 */
export const handlerLifecycle: Lifecycle = {
  states: [
    'idle',
    'busy',
    'saturated',
    'throttled',
    'backingOff',
    'calling',
    'gathering',
    'open',
    'halfOpen',
    'paused',
    'down',
  ],
  initial: 'idle',
  accepting: ['idle', 'halfOpen'],
  stalled: ['throttled', 'backingOff', 'calling', 'gathering', 'open', 'paused', 'down'],
  transitions: {
    idle: {
      start: 'busy',
      fill: 'saturated',
      call: 'calling',
      pause: 'paused',
      crash: 'down',
      trip: 'open',
      throttle: 'throttled',
      gather: 'gathering',
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
    open: { probe: 'halfOpen', pause: 'paused', crash: 'down' },
    halfOpen: { trip: 'open', close: 'idle', pause: 'paused', crash: 'down' },
    throttled: { release: 'idle', pause: 'paused', crash: 'down' },
    gathering: { release: 'idle', pause: 'paused', crash: 'down' },
  },
};
