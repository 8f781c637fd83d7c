import { silent } from '#engine/automata/NondeterministicAutomaton';
import { uniqueNames } from '#engine/automata/uniqueNames';
import { readAutomatonData } from '#engine/model/automatonData';
import type { Json } from '#engine/model/Json';
import type { GraphEdits } from '../graph/GraphEdits';

/** A drawn automaton as it is edited: states and arrows by their places, which are their ids in the drawing. */
export interface DrawnAutomaton {
  readonly states: readonly string[];
  readonly initial: number;
  readonly accepting: readonly boolean[];
  readonly arrows: readonly (readonly [from: number, letter: string, to: number])[];
}

const nothing: DrawnAutomaton = { states: [], initial: 0, accepting: [], arrows: [] };

/** What the setting of a protocol holds, which the importer has checked; nothing drawn yet for null. */
export function readDrawn(value: Json): DrawnAutomaton {
  const result = value === null ? null : readAutomatonData(value);
  if (result === null || !result.ok) return nothing;
  const { states, letters, initials, accepting, arrows } = result.value;
  return {
    states,
    initial: initials[0] ?? 0,
    accepting,
    arrows: arrows.flatMap(({ from, letter, to }) =>
      letter === silent ? [] : [[from, letters[letter] ?? '', to] as const],
    ),
  };
}

/** The setting, in the own format of automata; null when nothing is drawn. */
export function writeDrawn({ states, initial, accepting, arrows }: DrawnAutomaton): Json {
  if (states.length === 0) return null;
  const nameOf = (state: number) => states[state] ?? '';
  return {
    automaton: 1,
    states: [...states],
    letters: [...new Set(arrows.map(([, letter]) => letter))],
    initial: [nameOf(initial)],
    accepting: states.filter((_, state) => accepting[state] === true),
    arrows: arrows.map(([from, letter, to]) => [nameOf(from), letter, nameOf(to)]),
  };
}

export const stateId = (state: number): string => `s${state}`;
export const arrowId = (arrow: number): string => `a${arrow}`;
const placeOf = (id: string) => Number(id.slice(1));

/** What can be done to a drawn automaton. Names of states stay unique, and transitions have labels. */
export function drawnEdits(drawn: DrawnAutomaton, change: (next: DrawnAutomaton) => void): GraphEdits {
  const { states, accepting, arrows } = drawn;
  const setArrow = (id: string, arrow: DrawnAutomaton['arrows'][number]) =>
    change({ ...drawn, arrows: arrows.with(placeOf(id), arrow) });
  return {
    addState({ label, after }) {
      const names = uniqueNames([...states, label.trim() === '' ? '1' : label.trim()]);
      const arrow =
        after === undefined || after.label.trim() === ''
          ? []
          : [[placeOf(after.from), after.label.trim(), states.length] as const];
      change({ ...drawn, states: names, accepting: [...accepting, false], arrows: [...arrows, ...arrow] });
      return stateId(states.length);
    },
    renameState(id, label) {
      const name = label.trim();
      if (name !== '' && !states.includes(name)) change({ ...drawn, states: states.with(placeOf(id), name) });
    },
    addArrow(from, to, label) {
      if (label.trim() === '') return null;
      const arrow = [placeOf(from), label.trim(), placeOf(to)] as const;
      const known = arrows.findIndex((one) => one.join('\n') === arrow.join('\n'));
      if (known >= 0) return arrowId(known);
      change({ ...drawn, arrows: [...arrows, arrow] });
      return arrowId(arrows.length);
    },
    relabelArrow(id, label) {
      const [from, , to] = arrows[placeOf(id)] ?? [];
      if (from !== undefined && to !== undefined && label.trim() !== '')
        setArrow(id, [from, label.trim(), to]);
    },
    redirectArrow(id, from, to) {
      const [, letter = ''] = arrows[placeOf(id)] ?? [];
      if (letter !== '') setArrow(id, [placeOf(from), letter, placeOf(to)]);
    },
    removeState: (id) => change(without(drawn, placeOf(id))),
    removeArrow: (id) => change({ ...drawn, arrows: arrows.toSpliced(placeOf(id), 1) }),
    markInitial: (id) => change({ ...drawn, initial: placeOf(id) }),
    toggleAccepting: (id) =>
      change({ ...drawn, accepting: accepting.with(placeOf(id), accepting[placeOf(id)] !== true) }),
  };
}

/** The others move up; when the initial one goes, the first of them takes its place. */
function without({ states, initial, accepting, arrows }: DrawnAutomaton, gone: number): DrawnAutomaton {
  const moved = (state: number) => (state > gone ? state - 1 : state);
  return {
    states: states.toSpliced(gone, 1),
    initial: initial === gone ? 0 : moved(initial),
    accepting: accepting.toSpliced(gone, 1),
    arrows: arrows
      .filter(([from, , to]) => from !== gone && to !== gone)
      .map(([from, letter, to]) => [moved(from), letter, moved(to)]),
  };
}
