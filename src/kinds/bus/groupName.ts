import type { Settings } from '#engine/model/fields';

/**
 * The name of the consumer group of a subscription, by the `groups` setting of its bus. A wire without a group name is a
 * group of its own, which no chosen name can collide with.
 */
export function groupName(wire: { readonly id: string; readonly settings: Settings }, groups: unknown): string {
  const { group } = wire.settings;
  if (groups === 'one') return 'all';
  return groups === 'named' && typeof group === 'string' && group !== '' ? group : `:${wire.id}`;
}
