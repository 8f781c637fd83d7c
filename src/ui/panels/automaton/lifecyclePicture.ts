import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Transition } from '#engine/runtime/Trace';
import type { AutomatonPicture, PictureArrow, PictureState } from '#ui/panels/graph/AutomatonPicture';
import { foldLetters } from './foldLetters';

/** What states and letters are called, and the frame around those from which a letter leads to the same state. */
export interface AutomatonWords {
  readonly state: (state: string) => string;
  readonly letter: (letter: string) => string;
  readonly anyState: string;
}

interface Now {
  readonly current: string | null;
  readonly last: Transition | null;
}

/** Not the name of a state, which is one word. */
const frame = ' any ';

/** A lifecycle as a picture: what can happen anywhere is one arrow from a frame around all it can happen in. */
export function lifecyclePicture(lifecycle: Lifecycle, words: AutomatonWords, now: Now): AutomatonPicture {
  const { core, outer, edges } = foldLetters(lifecycle);
  const isFolded = outer.length > 0;
  const states = [...core, ...outer.map(({ state }) => state)].map((state): PictureState => ({
    id: state,
    label: words.state(state),
    isInitial: state === lifecycle.initial,
    isAccepting: lifecycle.accepting.includes(state),
    ...(isFolded && core.includes(state) && { parent: frame }),
  }));
  const arrows = edges.flatMap(({ from, to, letters }) =>
    letters.map((letter): PictureArrow => ({
      id: arrowId(from, letter),
      from,
      to,
      lines: [words.letter(letter)],
    })),
  );
  const folded = outer.flatMap(({ state, enter }) =>
    enter.map((letter): PictureArrow => ({
      id: arrowId(frame, letter),
      from: frame,
      to: state,
      lines: [words.letter(letter)],
    })),
  );
  return {
    states: isFolded ? [{ id: frame, label: words.anyState, form: 'frame' }, ...states] : states,
    arrows: [...arrows, ...folded],
    current: now.current === null ? [] : [now.current],
    last: now.last === null ? null : lastId(now.last, [...arrows, ...folded]),
  };
}

const arrowId = (from: string, letter: string) => `${from} ${letter}`;

function lastId({ from, letter }: Transition, arrows: readonly PictureArrow[]): string | null {
  const ids = [arrowId(from, letter), arrowId(frame, letter)];
  return arrows.find(({ id }) => ids.includes(id))?.id ?? null;
}
