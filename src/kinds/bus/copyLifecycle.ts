import type { Lifecycle } from '#engine/automata/Lifecycle';
import { compileLifecycle } from '#engine/automata/compileLifecycle';
import { assert } from '#engine/kernel/assert';

/** The life of one copy of an event on its way to one group of subscribers. */
export const copyLifecycle: Lifecycle = {
  states: [
    'published',
    'delayed',
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
    published: {
      enqueue: 'queued',
      delay: 'delayed',
      drop: 'dropped',
      deadLetter: 'deadLettered',
      lose: 'lost',
    },
    delayed: { enqueue: 'queued', drop: 'dropped', lose: 'lost' },
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

const table = compileLifecycle(copyLifecycle);

/** The state of a copy that was just made, as its place among the states of `copyLifecycle`. */
export const firstCopyState = copyLifecycle.states.indexOf(copyLifecycle.initial);

/** Moves a copy by a letter of its lifecycle; an undeclared transition is a bug. */
export function moveCopy(copy: { state: number }, letter: string): void {
  for (const edge of table.edges[copy.state] ?? []) {
    if (edge.letter !== letter) continue;
    copy.state = edge.toIndex;
    return;
  }
  assert(false, `A copy that is ${copyLifecycle.states[copy.state]} cannot ${letter}.`);
}
