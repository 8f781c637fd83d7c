import type { Json } from '#engine/model/Json';

/**
 * What an expression can see, as plain data that its caller fills in before each evaluation. One object per plan
 * is enough: nothing keeps it.
 */
export interface ExpressionScope {
  /** Name of the event type: `type`, `event.type`. */
  type: string;
  /** Key of the event: `key`, `event.key`. */
  key: string;
  /** Data of the event, which nobody changes any more: `data`, `event.data`. */
  data: Json;
  /** Which delivery of this event this is, from 1: `attempt`, `event.attempt`. */
  attempt: number;
  /** Running number of the event in the run: `event.number`. */
  number: number;
  /** When the event was published, in milliseconds of virtual time: `event.time`. */
  time: number;
  /** Id of the node that published it, since a name may change without changing the run: `event.source`. */
  source: string;
  /** What a handler read from its store, by key: `read`. */
  read: Json;
  /** What a statechart remembers, by name: `context`. */
  context: Json;
  /** Virtual time in milliseconds: `now`. */
  now: number;
  /** Which event of this publisher, or which piece of work of this handler, this is, from 1: `n`. */
  n: number;
  /** A number from 0 up to 1 from the run's streams, to be drawn only for expressions that `usesRandom`. */
  random: number;
}

/** A scope in which nothing is known yet. */
export function createScope(): ExpressionScope {
  return {
    type: '',
    key: '',
    data: null,
    attempt: 1,
    number: 0,
    time: 0,
    source: '',
    read: {},
    context: {},
    now: 0,
    n: 1,
    random: 0,
  };
}
