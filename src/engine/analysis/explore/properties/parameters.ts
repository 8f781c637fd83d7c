import { fact, factCodes, type FactCode, type FactNumber } from '#engine/model/facts';
import type { Space } from '../Space';

/** What is wrong with an argument, in a sentence. */
export interface ArgumentProblem {
  readonly problem: string;
}

type Given = Readonly<Record<string, string>>;

/** The place of the node that an argument names by its id or its name. */
export function nodeArgument(given: Given, name: string, space: Space): number | ArgumentProblem {
  const text = given[name] ?? '';
  const { nodes } = space.plan.doc;
  const byId = nodes.findIndex(({ id }) => id === text);
  const node = byId >= 0 ? byId : nodes.findIndex((one) => one.name === text);
  const place = space.placeOf[node] ?? -1;
  if (place >= 0) return place;
  const names = space.layout.nodes.map((index) => nodes[index]?.name ?? '').join(', ');
  return { problem: `${name} is "${text}"; name one of these nodes: ${names}.` };
}

/** A whole number of at most nine digits. */
export function numberArgument(given: Given, name: string): number | ArgumentProblem {
  const text = given[name] ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return { problem: `${name} is "${text}"; write a whole number.` };
}

/** The index of the event type that an argument names by its id or its name. */
export function typeArgument(given: Given, name: string, space: Space): number | ArgumentProblem {
  const text = given[name] ?? '';
  const types = space.plan.doc.eventTypes;
  const byId = types.findIndex(({ id }) => id === text);
  const type = byId >= 0 ? byId : types.findIndex((one) => one.name === text);
  if (type >= 0) return type;
  const names = types.map((one) => one.name).join(', ');
  return { problem: `${name} is "${text}"; name one of these event types: ${names}.` };
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
export function momentArgument(given: Given, name: string): FactNumber | ArgumentProblem {
  const text = given[name] ?? 'accepted';
  const moment = moments.find((one) => one === text);
  if (moment !== undefined) return fact[moment];
  return { problem: `${name} is "${text}"; choose one of these: ${moments.join(', ')}.` };
}

/** The name of a moment. */
export function momentName(moment: FactNumber): string {
  return factCodes[moment] ?? '';
}

/** Whether what was read of an argument says what is wrong with it. */
export function isProblem(value: unknown): value is ArgumentProblem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}
