import type { StopKind } from '../StopTest';

/** An event with a key arrives. */
export const keyStop: StopKind<'key'> = {
  on: 'key',
  compile: ({ key }) => (key === '' ? null : { isMet: ({ arrived }) => arrived?.subject === key }),
};
