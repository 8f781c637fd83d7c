import type { Lifecycle } from '#engine/automata/Lifecycle';
import { nextState } from '#engine/automata/nextState';
import { assert } from '#engine/kernel/assert';

/** The life of one copy of an event on its way to one group of subscribers. */
export const copyLifecycle: Lifecycle = {
  states: [
    'published',
    'queued',
    'inFlight',
    'retryWait',
    'done',
    'expired',
    'dropped',
    'deadLettered',
    'lost',
  ],
  initial: 'published',
  accepting: ['done', 'expired', 'dropped', 'deadLettered', 'lost'],
  transitions: {
    published: { enqueue: 'queued', drop: 'dropped', deadLetter: 'deadLettered', lose: 'lost' },
    queued: {
      dispatch: 'inFlight',
      drop: 'dropped',
      expire: 'expired',
      deadLetter: 'deadLettered',
      lose: 'lost',
    },
    inFlight: {
      acknowledge: 'done',
      wait: 'retryWait',
      requeue: 'queued',
      drop: 'dropped',
      deadLetter: 'deadLettered',
      lose: 'lost',
    },
    retryWait: { requeue: 'queued', lose: 'lost' },
    done: {},
    expired: {},
    dropped: {},
    deadLettered: {},
    lost: {},
  },
};

/** Moves a copy by a letter of its lifecycle; an undeclared transition is a bug. */
export function moveCopy(copy: { state: string }, letter: string): void {
  const next = nextState(copyLifecycle, copy.state, letter);
  assert(next !== undefined, `A copy that is ${copy.state} cannot ${letter}.`);
  copy.state = next;
}
