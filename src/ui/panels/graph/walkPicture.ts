import type { AutomatonPicture } from './AutomatonPicture';

/** What is looked at or selected in a picture. */
export interface Place {
  readonly on: 'state' | 'arrow';
  readonly id: string;
}

/**
 * `forward`: from a state to its first outgoing transition, from a transition to its target. `back`: from a transition to
 * its source, from a state to the transition that first comes in. `next` and `previous`: to the neighbour among the
 * outgoing transitions of the same state, or among all states. `home`: to the initial state. `now`: to the current one.
 */
export type Move = 'forward' | 'back' | 'next' | 'previous' | 'home' | 'now';

/** Where a move leads; the same place where it leads nowhere. Null only in an empty picture. */
export function walkPicture(picture: AutomatonPicture, place: Place | null, move: Move): Place | null {
  const { states, arrows } = picture;
  const initial = states.find(({ isInitial }) => isInitial === true) ?? states[0];
  if (initial === undefined) return null;
  const home: Place = { on: 'state', id: initial.id };
  const now = states.find(({ id }) => picture.current.includes(id));
  if (move === 'home') return home;
  if (move === 'now') return now === undefined ? home : { on: 'state', id: now.id };
  if (place === null) return now === undefined ? home : { on: 'state', id: now.id };
  return place.on === 'state' ? fromState(place) : fromArrow(place);

  function fromState({ id }: Place): Place {
    const index = states.findIndex((state) => state.id === id);
    if (index < 0) return home;
    if (move === 'next' || move === 'previous') {
      const step = move === 'next' ? 1 : states.length - 1;
      return { on: 'state', id: states[(index + step) % states.length]?.id ?? id };
    }
    const arrow = arrows.find(({ from, to }) => (move === 'forward' ? from : to) === id);
    return arrow === undefined ? { on: 'state', id } : { on: 'arrow', id: arrow.id };
  }

  function fromArrow({ id }: Place): Place {
    const arrow = arrows.find((one) => one.id === id);
    if (arrow === undefined) return home;
    if (move === 'forward') return { on: 'state', id: arrow.to };
    if (move === 'back') return { on: 'state', id: arrow.from };
    const siblings = arrows.filter(({ from }) => from === arrow.from);
    const step = move === 'next' ? 1 : siblings.length - 1;
    return { on: 'arrow', id: siblings[(siblings.indexOf(arrow) + step) % siblings.length]?.id ?? id };
  }
}
