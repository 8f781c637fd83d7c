import type { BusPlan } from '../BusState';

/** As it is called in the views of its queue; empty where publishing is followed, or where there is only one. */
export function nameOfGroup({ groups }: BusPlan, group: number): string {
  const { name = '' } = groups.length > 1 ? (groups[group] ?? {}) : {};
  return name.startsWith(':') ? name.slice(1) : name;
}
