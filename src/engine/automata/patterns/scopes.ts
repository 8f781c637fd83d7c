/** What stands for an event that opens or closes the part of a trace that a pattern is about. */
export type ScopeEvent = 'q' | 'r';

/** Where in a trace a pattern must hold. What opens or closes a segment is not part of it. */
export interface Scope {
  /** Stable: documents name it. */
  readonly id: 'globally' | 'before' | 'after' | 'between' | 'afterUntil';
  readonly events: readonly ScopeEvent[];
  /** What a person says before the sentence of a pattern, with {q} and {r}; empty where nothing has to be said. */
  readonly sentence: string;
  /** Which segments there are, in one sentence. */
  readonly meaning: string;
}

/** Every scope of Dwyer, Avrunin and Corbett (1999). Links name them by place: the list only grows at its end. */
export const scopes: readonly Scope[] = [
  { id: 'globally', events: [], sentence: '', meaning: 'The whole trace is one segment.' },
  {
    id: 'before',
    events: ['r'],
    sentence: 'before {r},',
    meaning: 'The segment is all before the first {r}; without an {r} nothing is asked.',
  },
  {
    id: 'after',
    events: ['q'],
    sentence: 'after {q},',
    meaning: 'The segment is all after the first {q}; without a {q} nothing is asked.',
  },
  {
    id: 'between',
    events: ['q', 'r'],
    sentence: 'between {q} and {r},',
    meaning:
      'A segment opens at the first {q}, a further one inside does nothing, and the next {r} closes it; of one that is never closed nothing is asked.',
  },
  {
    id: 'afterUntil',
    events: ['q', 'r'],
    sentence: 'after {q} until {r},',
    meaning:
      'A segment opens at the first {q}, a further one inside does nothing, and the next {r} or the end of the trace closes it.',
  },
];
