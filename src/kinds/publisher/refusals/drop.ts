import type { RefusalReaction } from './RefusalReaction';

/** Goes on to the next event; whoever refused has recorded it. */
export const drop: RefusalReaction = {
  id: 'drop',
  react(state) {
    state.givenUp += 1;
    return false;
  },
};
