import { silent, type NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { uniqueNames } from '#engine/automata/uniqueNames';

/** The same language with one initial state: when there are others, a new one with silent arrows to all of them. */
export function withOneInitial(automaton: NondeterministicAutomaton): NondeterministicAutomaton {
  if (automaton.initials.length === 1) return automaton;
  const start = automaton.states.length;
  const silentOnes = automaton.initials.map((to) => ({ from: start, letter: silent, to }));
  return {
    ...automaton,
    states: uniqueNames([...automaton.states, 'start']),
    accepting: [...automaton.accepting, false],
    initials: [start],
    arrows: [...silentOnes, ...automaton.arrows],
  };
}
