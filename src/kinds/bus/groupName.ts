import type { Settings } from '#engine/model/fields';
import { dialects } from '#engine/model/patterns/index';

interface Subscription {
  readonly id: string;
  readonly settings: Settings;
}

/** The settings of a bus that decide about groups. */
export interface Grouping {
  readonly groups?: unknown;
  readonly dialect?: unknown;
}

/**
 * The name of the consumer group of a subscription. A wire without a group name is a group of its own, which no chosen
 * name can collide with, unless all its patterns name one by themselves, as shared subscriptions of MQTT do.
 */
export function groupName(wire: Subscription, { groups, dialect }: Grouping): string {
  const { group } = wire.settings;
  if (groups === 'one') return 'all';
  if (groups !== 'named') return `:${wire.id}`;
  return typeof group === 'string' && group !== '' ? group : (sharedName(wire, dialect) ?? `:${wire.id}`);
}

/** The name of a group as people and pictures see it: of one that has no name, the id of its only wire. */
export function groupLabel(name: string): string {
  return name.startsWith(':') ? name.slice(1) : name;
}

function sharedName({ settings: { patterns } }: Subscription, dialectId: unknown): string | null {
  const dialect = dialects.find(({ id }) => id === dialectId);
  if (dialect?.groupOf === undefined || !Array.isArray(patterns)) return null;
  const names = new Set<string>();
  for (const pattern of patterns) {
    const name = typeof pattern === 'string' ? dialect.groupOf(pattern) : null;
    if (name === null) return null;
    names.add(name);
  }
  return names.size === 0 ? null : [...names].toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
}
