import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { bus } from '#kinds/bus/bus';
import { profileOf } from './profileOf';

const profiles = bus.profiles ?? [];

test.each(profiles)('$id is known by its settings, whatever the size of the queue', ({ id, settings }) => {
  expect(profileOf({ ...defaultsOf(bus.fields), ...settings, capacity: 7 }, profiles)).toBe(id);
});

test.each(profiles)('$id is left by changing any of its settings', ({ settings }) => {
  const changed = { ...defaultsOf(bus.fields), ...settings, redeliveryDelayMs: 12 };
  expect(profileOf(changed, profiles)).toBeNull();
});
