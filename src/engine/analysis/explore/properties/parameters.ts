import { fact, factCodes, type FactCode, type FactNumber } from '#engine/model/facts';
import { exploreProblem, quoted, type ExploreProblem } from '../exploreProblem';
import type { Space } from '../Space';

type Given = Readonly<Record<string, string>>;

/** The place of the node that an argument names by its id or its name. */
export function nodeArgument(given: Given, name: string, space: Space): number | ExploreProblem {
  const text = given[name] ?? '';
  const { nodes } = space.plan.doc;
  const byId = nodes.findIndex(({ id }) => id === text);
  const node = byId >= 0 ? byId : nodes.findIndex((one) => one.name === text);
  const place = space.placeOf[node] ?? -1;
  if (place >= 0) return place;
  const options = space.layout.nodes.map((index) => nodes[index]?.name ?? '').join(', ');
  return exploreProblem('explore-node', { name, value: quoted(text), options });
}

/** A whole number of at most nine digits. */
export function numberArgument(given: Given, name: string): number | ExploreProblem {
  const text = given[name] ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return exploreProblem('explore-number', { name, value: quoted(text) });
}

/** The index of the event type that an argument names by its id or its name. */
export function typeArgument(given: Given, name: string, space: Space): number | ExploreProblem {
  const text = given[name] ?? '';
  const types = space.plan.doc.eventTypes;
  const byId = types.findIndex(({ id }) => id === text);
  const type = byId >= 0 ? byId : types.findIndex((one) => one.name === text);
  if (type >= 0) return type;
  const options = types.map((one) => one.name).join(', ');
  return exploreProblem('explore-type', { name, value: quoted(text), options });
}

/** Moments in the life of an event that a property can look at, in the words of the log. */
const moments = [
  'published',
  'accepted',
  'delivered',
  'worked',
  'failed',
  'dead-lettered',
  'dropped',
  'expired',
  'lost',
  'refused',
] as const satisfies readonly FactCode[];

/** The moment that an argument names; left out, when a bus accepts the event. */
export function momentArgument(given: Given, name: string): FactNumber | ExploreProblem {
  const text = given[name] ?? 'accepted';
  const moment = moments.find((one) => one === text);
  if (moment !== undefined) return fact[moment];
  return exploreProblem('explore-choice', { name, value: quoted(text), options: moments.join(', ') });
}

/** The name of a moment. */
export function momentName(moment: FactNumber): string {
  return factCodes[moment] ?? '';
}
