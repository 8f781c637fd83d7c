import type { Profile } from './Profile';

/**
 * An event bus inside one program with a dispatcher thread of its own (an executor or an
 * event loop that calls the listeners).
 */
export const inProcessLoop: Profile = {
  id: 'inProcessLoop',
  settings: {
    dispatch: 'loop',
  },
};
