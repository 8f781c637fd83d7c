/** What a template is about: the headings of the gallery. `first` stands before all headings. */
export const templateGroups = [
  'first',
  'ordering',
  'overload',
  'failure',
  'consistency',
  'coordination',
] as const;

type TemplateGroup = (typeof templateGroups)[number];

interface Listed {
  /** Its file is `public/examples/<id>.flow.json`, its texts are `examples.<id>.title` and `.question`. */
  readonly id: string;
  readonly group: TemplateGroup;
}

/**
 * The flows of the gallery, in its order within each group. The very first is what a newcomer sees running. Every one
 * but that is a small lesson, and has a test beside this file that measures what its notes say.
 */
export const templates = [
  { id: 'order-flow', group: 'first' },
  { id: 'blocked-caller', group: 'first' },
  { id: 'fan-out', group: 'first' },
  { id: 'how-many-consumers', group: 'first' },
  { id: 'head-of-line', group: 'first' },
  { id: 'retry-storm', group: 'first' },
  { id: 'two-services-freeze', group: 'first' },
  { id: 'overtaking', group: 'ordering' },
  { id: 'partition-by-key', group: 'ordering' },
  { id: 'hot-key', group: 'ordering' },
  { id: 'priority-starvation', group: 'ordering' },
  { id: 'back-pressure', group: 'overload' },
  { id: 'rate-limiter', group: 'overload' },
  { id: 'thundering-herd', group: 'overload' },
  { id: 'loop-with-gain', group: 'overload' },
  { id: 'poison-message', group: 'failure' },
  { id: 'circuit-breaker', group: 'failure' },
  { id: 'forgetful-or-durable', group: 'failure' },
  { id: 'idempotent-consumer', group: 'consistency' },
  { id: 'dual-write-and-outbox', group: 'consistency' },
  { id: 'read-your-own-write', group: 'consistency' },
  { id: 'event-sourcing-and-replay', group: 'consistency' },
  { id: 'saga', group: 'coordination' },
  { id: 'request-and-reply', group: 'coordination' },
  { id: 'scatter-and-gather', group: 'coordination' },
] as const satisfies readonly Listed[];

export type Template = (typeof templates)[number];
