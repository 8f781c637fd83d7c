import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** One thing a handler does with an event: reads at its start, everything else at its finish. */
export interface HandlerAction {
  readonly do: 'emit' | 'read' | 'write';
  /** Event type to emit; empty emits the type of the event at hand. */
  readonly type: string;
  readonly probability: number;
  /** JSON of the emitted event; null passes the data of the event at hand on. */
  readonly data: Json;
  readonly key: 'eventKey' | 'fixed';
  readonly fixedKey: string;
  /** `addToRead` adds to what was read at the start and so can lose updates; `increment` is atomic. */
  readonly operation: 'set' | 'increment' | 'addToRead' | 'append' | 'delete';
  readonly value: Json;
}

/** The list of what a handler does. */
export const actionsField: Field = {
  id: 'actions',
  type: 'records',
  section: 'work',
  default: [],
  maxItems: 20,
  item: [
    {
      id: 'do',
      type: 'choice',
      default: 'emit',
      options: ['emit', 'read', 'write'],
    },
    {
      id: 'type',
      type: 'eventType',
      default: '',
      when: [{ field: 'do', is: ['emit'] }],
    },
    {
      id: 'probability',
      type: 'probability',
      default: 1,
      when: [{ field: 'do', is: ['emit'] }],
    },
    {
      id: 'data',
      type: 'json',
      default: null,
      maxLength: 4000,
      when: [{ field: 'do', is: ['emit'] }],
    },
    {
      id: 'key',
      type: 'choice',
      default: 'eventKey',
      options: ['eventKey', 'fixed'],
    },
    {
      id: 'fixedKey',
      type: 'text',
      default: '',
      maxLength: 80,
      when: [{ field: 'key', is: ['fixed'] }],
    },
    {
      id: 'operation',
      type: 'choice',
      default: 'set',
      options: ['set', 'increment', 'addToRead', 'append', 'delete'],
      when: [{ field: 'do', is: ['write'] }],
    },
    {
      id: 'value',
      type: 'json',
      default: 1,
      maxLength: 4000,
      when: [{ field: 'do', is: ['write'] }],
    },
  ],
};
