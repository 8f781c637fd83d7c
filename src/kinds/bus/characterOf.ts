import { defaultOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import { busFields } from './busFields';
import type { Profile } from './profiles/Profile';

/**
 * Settings that belong to a flow and not to a product: what the bus is for, how large its parts are, and what its events
 * ask for. A profile neither changes them nor is told by them.
 */
const own: ReadonlySet<string> = new Set([
  'purpose',
  'capacity',
  'dispatchers',
  'retainCount',
  'priorities',
  'priorityBy',
  'ageAfterMs',
  'ttlMs',
  'ttlAt',
  'expiredTo',
  'delay',
  'delayBy',
]);

/** All settings that a profile stands for: its own, and the defaults of what it does not name. */
export function characterOf(profile: Profile): Settings {
  const fields = busFields.filter(({ id }) => !own.has(id));
  return Object.fromEntries(
    fields.map((field) => [field.id, profile.settings[field.id] ?? defaultOf(field)]),
  );
}
