import { expect, test } from 'vitest';
import { checkLifecycle } from './checkLifecycle';
import type { Lifecycle } from './Lifecycle';

const sound: Lifecycle = {
  states: ['idle', 'busy'],
  initial: 'idle',
  accepting: ['idle'],
  transitions: { idle: { start: 'busy' }, busy: { finish: 'idle' } },
};

test('a sound lifecycle has no problems', () => {
  expect(checkLifecycle(sound)).toEqual([]);
});

test.each<readonly [name: string, changes: Partial<Lifecycle>, problems: readonly string[]]>([
  [
    'no states at all',
    { states: [], accepting: [], transitions: {} },
    ['There are no states.', 'The initial state "idle" is not one of the states.'],
  ],
  ['a state twice', { states: ['idle', 'busy', 'idle'] }, ['The state "idle" is listed twice.']],
  ['a missing initial state', { initial: 'off' }, ['The initial state "off" is not one of the states.']],
  [
    'an unknown accepting state',
    { accepting: ['idle', 'done'] },
    ['The accepting state "done" is not one of the states.'],
  ],
  [
    'transitions from nowhere',
    { transitions: { ...sound.transitions, off: { on: 'idle' } } },
    ['There are transitions from "off", which is not one of the states.'],
  ],
  [
    'a transition to nowhere',
    { transitions: { ...sound.transitions, busy: { finish: 'idle', crash: 'down' } } },
    ['The letter "crash" leads from "busy" to "down", which is not one of the states.'],
  ],
  [
    'a state that nothing leads to',
    { states: ['idle', 'busy', 'down'] },
    ['The state "down" cannot be reached from the initial state.'],
  ],
])('finds %s', (_, changes, problems) => {
  expect(checkLifecycle({ ...sound, ...changes })).toEqual(problems);
});
