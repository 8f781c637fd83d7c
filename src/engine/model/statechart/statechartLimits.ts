import { limits } from '../limits';

/** How large a statechart and one step of it may become. Reaching one is a problem or a reported output. */
export const statechartLimits = {
  /** Characters of a configuration. */
  textLength: 1024 * 1024,
  /** States of all levels. */
  states: 1_000,
  /** States inside each other. */
  depth: 32,
  /** Transitions of all states. */
  transitions: 5_000,
  /** Actions of all states and transitions. */
  actions: 10_000,
  /** Characters of a key, an id, an event type. */
  nameLength: limits.nameLength,
  descriptionLength: limits.descriptionLength,
  /** Characters of the JSON text of the context, and of each value in it. */
  dataLength: limits.dataLength,
  /** Microsteps that one event may cause: by transitions without events, and by raised events. */
  microsteps: 1_000,
  /** What one event may put out, and raise. */
  outputs: 10_000,
  /** Guards, values and delays that one event may ask for. */
  evaluations: 50_000,
} as const;
