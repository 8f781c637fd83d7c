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
  readonly key: 'eventKey' | 'fixed' | 'expression';
  readonly fixedKey: string;
  /** `take` reads and deletes at once. `addToRead` adds to what was read at the start and so can lose updates; `increment` is atomic. */
  readonly operation: 'set' | 'increment' | 'addToRead' | 'append' | 'delete' | 'take';
  readonly value: Json;
  /** Whether it belongs to work that is done, or to giving up. */
  readonly on: 'done' | 'failed';
  /** An expression: the action is left out where it gives false. Empty: never. */
  readonly condition: string;
  /** An expression for the key. */
  readonly keyBy: string;
  /** Emits this much later, without holding the worker. */
  readonly delayMs: number;
  /** An expression for a list: one event is emitted for every element. Empty: one event. */
  readonly each: string;
}

/** The list of what a handler does. */
export const actionsField: Field = {
  id: 'actions',
  type: 'records',
  section: 'work',
  default: [],
  maxItems: 20,
  when: [{ field: 'behaviour', is: ['actions'] }],
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
      template: true,
      default: null,
      maxLength: 4000,
      when: [{ field: 'do', is: ['emit'] }],
    },
    {
      id: 'key',
      type: 'choice',
      default: 'eventKey',
      options: ['eventKey', 'fixed', 'expression'],
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
      options: ['set', 'increment', 'addToRead', 'append', 'delete', 'take'],
      when: [{ field: 'do', is: ['write'] }],
    },
    {
      id: 'value',
      type: 'json',
      template: true,
      default: 1,
      maxLength: 4000,
      when: [{ field: 'do', is: ['write'] }],
    },
    { id: 'on', type: 'choice', default: 'done', options: ['done', 'failed'] },
    { id: 'condition', type: 'expression', default: '', maxLength: 1000, gives: 'condition' },
    {
      id: 'keyBy',
      type: 'expression',
      default: '',
      maxLength: 1000,
      gives: 'text',
      when: [{ field: 'key', is: ['expression'] }],
    },
    {
      id: 'delayMs',
      type: 'duration',
      default: 0,
      min: 0,
      max: 1e8,
      when: [{ field: 'do', is: ['emit'] }],
    },
    {
      id: 'each',
      type: 'expression',
      default: '',
      maxLength: 1000,
      gives: 'value',
      when: [{ field: 'do', is: ['emit'] }],
    },
  ],
};
