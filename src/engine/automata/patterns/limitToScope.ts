import type { Automaton } from '../Automaton';
import { complete } from '../complete';
import { nextStateOf } from '../nextStateOf';
import type { Scope } from './scopes';

/** Where a trace stands: in no segment yet or any more, in one and where in it, or held or broken for ever. */
type Place = number | 'outside' | 'held' | 'broken';

/**
 * The automaton of the traces all of whose segments are accepted. `opener` and `closer` are letters of the automaton,
 * or −1 where the scope has none; one that is both closes a segment and opens the next. O(states × letters).
 */
export function limitToScope(
  source: Automaton,
  scope: Scope['id'],
  opener: number,
  closer: number,
): Automaton {
  const segment = complete(source);
  const rules = { segment, scope, opener, closer };
  const first: Place = scope === 'globally' || scope === 'before' ? segment.initial : 'outside';
  const places: Place[] = [first];
  const numberOf = new Map<Place, number>([[first, 0]]);
  const cells: number[] = [];
  // The list grows while it is read.
  for (const place of places) {
    for (let letter = 0; letter < source.letters.length; letter++) {
      const next = stepTo(rules, place, letter);
      const number = numberOf.get(next) ?? places.push(next) - 1;
      numberOf.set(next, number);
      cells.push(number);
    }
  }
  return {
    states: places.map(String),
    letters: source.letters,
    initial: 0,
    accepting: places.map((place) => mayEnd(rules, place)),
    table: Int32Array.from(cells),
  };
}

interface Rules {
  readonly segment: Automaton;
  readonly scope: Scope['id'];
  readonly opener: number;
  readonly closer: number;
}

function stepTo({ segment, scope, opener, closer }: Rules, place: Place, letter: number): Place {
  if (place === 'held' || place === 'broken') return place;
  if (place === 'outside') return letter === opener ? segment.initial : 'outside';
  if (letter !== closer) return nextStateOf(segment, place, letter);
  if (segment.accepting[place] !== true) return 'broken';
  if (scope === 'before') return 'held';
  return letter === opener ? segment.initial : 'outside';
}

function mayEnd({ segment, scope }: Rules, place: Place): boolean {
  if (typeof place === 'string') return place !== 'broken';
  return scope === 'before' || scope === 'between' || segment.accepting[place] === true;
}
