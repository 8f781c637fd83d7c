import type { Automaton } from '#engine/automata/Automaton';
import type { AutomatonPicture, PictureArrow } from '#ui/panels/graph/AutomatonPicture';

/** A deterministic automaton as a picture, with its own names. */
export function automatonPicture({
  states,
  letters,
  initial,
  accepting,
  table,
}: Automaton): AutomatonPicture {
  const arrows = Array.from(table, (to, cell): PictureArrow => ({
    id: String(cell),
    from: String(Math.floor(cell / letters.length)),
    to: String(to),
    lines: [letters[cell % letters.length] ?? ''],
  }));
  return {
    states: states.map((label, state) => ({
      id: String(state),
      label,
      isInitial: state === initial,
      isAccepting: accepting[state] === true,
    })),
    arrows: arrows.filter(({ to }) => to !== '-1'),
    current: [],
  };
}
