import { silent, type NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { AutomatonDraft, automatonLimits } from './AutomatonDraft';
import { createProblem, type Path } from './createProblem';
import type { Result } from './Problem';
import { readNames } from './readNames';
import { isPlainObject, readList, readObject, readText } from './readValue';

const version = 1;
const keys = ['automaton', 'states', 'letters', 'initial', 'accepting', 'arrows'];

/** The own format: everything by name, arrows as triples, a silent one with null. */
export function automatonData(automaton: NondeterministicAutomaton) {
  const { states, letters, initials, accepting, arrows } = automaton;
  const nameOf = (state: number) => states[state] ?? '';
  return {
    automaton: version,
    states,
    letters,
    initial: initials.map(nameOf),
    accepting: states.filter((_, state) => accepting[state] === true),
    arrows: arrows.map(({ from, letter, to }) => [
      nameOf(from),
      letter === silent ? null : (letters[letter] ?? ''),
      nameOf(to),
    ]),
  };
}

/** An automaton from data as JSON has it. Letters may be left out when arrows have them all. */
export function readAutomatonData(value: unknown): Result<NondeterministicAutomaton> {
  if (!isPlainObject(value) || value['automaton'] !== version) {
    return { ok: false, problems: [createProblem('automaton-not-json', [])] };
  }
  const draft = new AutomatonDraft();
  const object = readObject(value, [], keys, draft.problems);
  const states = readNames(object['states'], ['states'], automatonLimits.states, draft.problems);
  const known = new Map(states.map((name) => [name, draft.state(name)]));
  const letters = object['letters'] ?? [];
  for (const name of readNames(letters, ['letters'], automatonLimits.letters, draft.problems))
    draft.letter(name);
  const find = (name: unknown, path: Path) => {
    const state = typeof name === 'string' ? known.get(name) : undefined;
    if (state === undefined) draft.problems.wrong('automaton-unknown-state', path, name);
    return state ?? 0;
  };
  const initial = typeof object['initial'] === 'string' ? [object['initial']] : object['initial'];
  for (const [index, name] of readList(initial, ['initial'], states.length, draft.problems).entries()) {
    draft.begin(find(name, ['initial', index]));
  }
  const accepting = readList(object['accepting'], ['accepting'], states.length, draft.problems);
  for (const [index, name] of accepting.entries()) draft.accept(find(name, ['accepting', index]));
  const arrows = readList(object['arrows'], ['arrows'], automatonLimits.arrows, draft.problems);
  for (const [index, arrow] of arrows.entries()) {
    const path = ['arrows', index];
    const parts = readList(arrow, path, 3, draft.problems);
    if (parts.length !== 3) {
      draft.problems.wrong('automaton-arrow', path, arrow);
      continue;
    }
    const [from, letter, to] = parts;
    const name =
      letter === null
        ? null
        : readText(letter, [...path, 1], { min: 1, max: automatonLimits.nameLength }, draft.problems);
    draft.arrow(find(from, [...path, 0]), name, find(to, [...path, 2]));
  }
  return draft.result();
}
