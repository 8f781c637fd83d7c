import { patterns } from '#engine/automata/patterns/index';
import { scopes } from '#engine/automata/patterns/scopes';
import { fillPattern, sentenceOfPattern } from '#engine/automata/patterns/sentenceOfPattern';
import type { AutomatonAnswer } from './automatonTasks';
import { readPattern } from './readPattern';
import { textTable } from './textTable';

/** Every pattern and scope, with what each says. */
export function listPatterns(): AutomatonAnswer {
  const columns = [{ title: 'Pattern' }, { title: 'Says' }];
  const said = [
    ...patterns.map(({ id, sentence }) => [id, fillPattern(sentence, {})]),
    ...scopes.map(({ id, sentence }) => [`scope=${id}`, `${fillPattern(sentence, {})} …`.trim()]),
  ];
  const json = {
    patterns: patterns.map(({ id, events, counts, sentence, meaning }) => {
      return { id, events: [...events, ...(counts ? ['n'] : [])], sentence, meaning };
    }),
    scopes: scopes.map(({ id, events, sentence, meaning }) => ({ id, events, sentence, meaning })),
  };
  return { json, shown: textTable(columns, said), isYes: true };
}

/** What a pattern says of some events, what that means, and its automaton. */
export function explainPattern(text: string): AutomatonAnswer {
  const { pattern, scope, given, automaton } = readPattern(text);
  const sentence = sentenceOfPattern(pattern, scope, given);
  const meaning = fillPattern(`${pattern.meaning} ${scope.meaning}`, given);
  const { states, letters } = automaton;
  const shown = `${sentence}\n${meaning}\n${states.length} states: ${states.join(', ')}\nletters: ${letters.join(', ')}\n`;
  return { json: { sentence, meaning, states, letters }, shown, automaton, isYes: true };
}
