import type { KeyChoice } from './KeyChoice';

/** The first key gets a stated share of the events; the others share the rest evenly. */
export const hot: KeyChoice = {
  id: 'hot',
  plan:
    ({ keys, hotShare }) =>
    (_made, context) =>
      keys === 1 || context.chance(hotShare) ? 1 : context.pick(keys - 1) + 2,
};
