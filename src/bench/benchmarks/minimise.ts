import type { Automaton } from '#engine/automata/Automaton';
import { minimise as minimiseOurs } from '#engine/automata/minimise';
import { randomAutomaton } from '#engine/automata/randomAutomaton';
import { createStreams } from '#engine/kernel/RandomStreams';
import type { Benchmark, Line } from '../Benchmark';
import { compare } from '../measure';
import { moore } from '../references/moore';
import { refaAutomaton } from '../references/refaAutomaton';

const stateCount = 10_000;
const many = 20_000;

export const minimise: Benchmark = {
  id: 'minimise',
  title: 'Minimising automata',
  run() {
    const streams = createStreams(1, ['automata']);
    const shape = { stateCount, letterCount: 4, accepting: 0.5, density: 1 };
    const random = randomAutomaton(shape, () => streams.nextUnit(0));
    const chain = chainOf(1_000);
    return [
      against('10 000 random states, 4 letters', random, 'refinement by rounds', () => moore(random), 5),
      against('the same', random, 'refa', () => refaAutomaton(random).minimize(), 3),
      against('a chain of 1 000 states', chain, 'refinement by rounds', () => moore(chain), 3),
      alone(
        `${many} random states, 4 letters`,
        randomAutomaton({ ...shape, stateCount: many }, () => streams.nextUnit(0)),
      ),
      alone(`a chain of ${many} states`, chainOf(many)),
    ];
  },
};

function against(
  what: string,
  automaton: Automaton,
  name: string,
  reference: () => unknown,
  turns: number,
): Line {
  const states = automaton.states.length;
  const ours = () => {
    minimiseOurs(automaton);
    return states;
  };
  const theirs = () => {
    reference();
    return states;
  };
  const { perSecond, ratio } = compare(ours, theirs, turns, 1);
  return { what, value: perSecond / 1e6, unit: 'M states/s', ratio, against: name };
}

function alone(what: string, automaton: Automaton): Line {
  const work = () => {
    minimiseOurs(automaton);
    return automaton.states.length;
  };
  return { what, value: compare(work, work, 3, 1).perSecond / 1e6, unit: 'M states/s' };
}

/** The worst for refinement by rounds: only its end accepts, and each round tells one state more apart. */
function chainOf(length: number): Automaton {
  const states = Array.from({ length }, (_, index) => `q${index}`);
  return {
    states,
    letters: ['a', 'b'],
    initial: 0,
    accepting: states.map((_, state) => state === length - 1),
    table: Int32Array.from(states.flatMap((_, state) => [(state + 1) % length, state])),
  };
}
