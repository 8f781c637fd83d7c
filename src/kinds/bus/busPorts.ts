import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Port } from '#engine/model/NodeKind';

export const busPorts: readonly Port[] = [
  { id: 'in', direction: 'in', carries: 'event', side: 'left' },
  { id: 'out', direction: 'out', carries: 'delivery', side: 'right' },
  {
    id: 'deadLetter',
    direction: 'out',
    carries: 'event',
    side: 'bottom',
    deadLetter: true,
  },
];

/**
 * `dispatching`: something is on its way to a subscriber; `holding`: something is queued and nothing is
 * under way; `full`: a queue is at its capacity.
 */
export const busLifecycle: Lifecycle = {
  states: ['idle', 'holding', 'dispatching', 'full', 'paused', 'down'],
  initial: 'idle',
  accepting: ['idle'],
  stalled: ['full', 'paused', 'down'],
  transitions: {
    idle: {
      accept: 'holding',
      deliver: 'dispatching',
      fill: 'full',
      pause: 'paused',
      crash: 'down',
    },
    holding: {
      deliver: 'dispatching',
      drain: 'idle',
      fill: 'full',
      pause: 'paused',
      crash: 'down',
    },
    dispatching: {
      settle: 'idle',
      hold: 'holding',
      fill: 'full',
      pause: 'paused',
      crash: 'down',
    },
    full: {
      settle: 'idle',
      hold: 'holding',
      deliver: 'dispatching',
      pause: 'paused',
      crash: 'down',
    },
    paused: { resume: 'idle', crash: 'down' },
    down: { revive: 'idle' },
  },
};
