import type { KeyChoice } from './KeyChoice';

/** All keys are equally likely. */
export const uniform: KeyChoice = {
  id: 'uniform',
  plan:
    ({ keys }) =>
    (_made, context) =>
      context.pick(keys) + 1,
};
