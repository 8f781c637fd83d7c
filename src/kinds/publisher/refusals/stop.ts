import { takeFirst } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { RefusalReaction } from './RefusalReaction';

/** Publishes nothing more, as a producer that was fenced off. What is on its way may still arrive. */
export const stop: RefusalReaction = {
  id: 'stop',
  react(state, _call, context) {
    state.givenUp += 1;
    state.stopped = true;
    if (state.timer > 0) context.cancel(state.timer);
    state.timer = 0;
    for (let event = takeFirst(state.backlog); event !== undefined; event = takeFirst(state.backlog)) {
      state.givenUp += 1;
      context.record(fact.dropped, event, 'publisher stopped');
    }
    return false;
  },
};
