import { acceptsNondeterministic } from '#engine/automata/acceptsNondeterministic';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { shortWords } from '#engine/automata/smallAutomata';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { automatonFormats } from './automatonFormats';
import { automatonData } from '#engine/model/automatonData';
import { readAutomatonJson } from './automatonJson';
import { readGraphviz } from './graphviz';
import { readJff } from './jff';
import { readMermaidState } from './mermaidState';

const state = fc.integer({ min: 0, max: 3 });
const flags = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
/** Names with all that could be taken for a sign of a format, but nothing that a text field would refuse. */
const name = fc.oneof(
  fc.constantFrom(
    '[*]',
    'a -> b',
    '<initial/>',
    '&amp;',
    '"',
    '\\',
    '\\N',
    'N',
    '#59;',
    ';',
    '%%',
    ' x ',
    '-->',
    ']',
    'node',
    ':',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const anyAutomaton: fc.Arbitrary<NondeterministicAutomaton> = fc.record({
  states: fc.uniqueArray(name, { minLength: 4, maxLength: 4 }),
  letters: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
  initials: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
  accepting: flags,
  arrows: fc.uniqueArray(fc.record({ from: state, letter: fc.integer({ min: -1, max: 1 }), to: state }), {
    selector: ({ from, letter, to }) => `${from} ${letter} ${to}`,
    maxLength: 10,
  }),
});

test.each(automatonFormats.map((format) => [format.id, format] as const))(
  'what is written as %s is recognised, and reads as the same words, with the names of states that were there',
  (_, format) => {
    fc.assert(
      fc.property(anyAutomaton, (automaton) => {
        const text = format.write(automaton);
        expect(automatonFormats.find((one) => one.recognises(text))?.id).toBe(format.id);
        const result = format.read(text);
        expect(result.problems).toEqual([]);
        if (!result.ok) return false;
        expect(result.value.states.slice(0, 4)).toEqual(automaton.states);
        const words = shortWords(3).map((word) =>
          word.map((sign) => automaton.letters[sign === 'a' ? 0 : 1] ?? ''),
        );
        return words.every(
          (word) => acceptsNondeterministic(result.value, word) === acceptsNondeterministic(automaton, word),
        );
      }),
      { seed: 4, numRuns: 200 },
    );
  },
);

test('the own format keeps everything', () => {
  fc.assert(
    fc.property(anyAutomaton, (automaton) => {
      const [json] = automatonFormats;
      expect(json?.read(json.write(automaton))).toMatchObject({ ok: true, value: automaton });
    }),
    { seed: 4 },
  );
});

const doorArrows = [
  { from: 0, letter: 0, to: 1 },
  { from: 1, letter: 1, to: 0 },
];

test('a file of JFLAP as that program writes it', () => {
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="no"?><!--Created with JFLAP 6.4.--><structure>&#13;
    <type>fa</type>&#13;
    <automaton>&#13;
        <!--The list of states.-->&#13;
        <state id="0" name="closed">&#13;<x>58.0</x>&#13;<y>121.0</y>&#13;<initial/>&#13;<final/>&#13;</state>&#13;
        <state id="7" name="open">&#13;<x>206.0</x>&#13;<y>121.0</y>&#13;</state>&#13;
        <transition>&#13;<from>0</from>&#13;<to>7</to>&#13;<read>push</read>&#13;</transition>&#13;
        <transition>&#13;<from>7</from>&#13;<to>0</to>&#13;<read>pull</read>&#13;</transition>&#13;
    </automaton>&#13;
</structure>`;
  expect(readJff(text)).toMatchObject({
    ok: true,
    value: { states: ['closed', 'open'], letters: ['push', 'pull'], initials: [0], arrows: doorArrows },
  });
});

test('a diagram of Mermaid and one of Graphviz as people write them', () => {
  const mermaid = `%% a door
stateDiagram-v2
    direction LR
    [*] --> closed
    closed --> open : push
    open --> closed: pull %% slowly
    open: wide open
    closed --> [*]
`;
  const value = { letters: ['push', 'pull'], initials: [0], accepting: [true, false], arrows: doorArrows };
  expect(readMermaidState(mermaid)).toMatchObject({
    ok: true,
    value: { ...value, states: ['closed', 'wide open'] },
  });
  const dot = `digraph finite_state_machine { // a door
  rankdir=LR; node [shape = doublecircle]; closed;
  node [shape = circle]; start [shape=point]
  start -> closed
  closed -> open [label = "push"]; /* and back */ open -> closed [label = pull, color=red];
}`;
  expect(readGraphviz(dot)).toMatchObject({ ok: true, value: { ...value, states: ['closed', 'open'] } });
});

test.each<readonly [string, (text: string) => { readonly problems: readonly object[] }, string, object]>([
  ['no JSON', readAutomatonJson, '{', { code: 'automaton-not-json' }],
  ['a flow', readAutomatonJson, '{ "busbar": 1 }', { code: 'automaton-not-json' }],
  [
    'an unknown state',
    readAutomatonJson,
    '{ "automaton": 1, "states": ["p"], "initial": "p", "accepting": [], "arrows": [["p", "a", "q"]] }',
    { code: 'automaton-unknown-state', path: ['arrows', 0, 2] },
  ],
  [
    'a state twice',
    readAutomatonJson,
    '{ "automaton": 1, "states": ["p", "p"], "initial": "p", "accepting": [], "arrows": [] }',
    { code: 'automaton-duplicate', path: ['states', 1] },
  ],
  [
    'an entity',
    readJff,
    '<!DOCTYPE x [<!ENTITY a "b">]><structure/>',
    { code: 'automaton-line', values: { line: 1 } },
  ],
  [
    'an open element',
    readJff,
    '<structure>\n<type>fa</type>',
    { code: 'automaton-line', values: { line: 2 } },
  ],
  [
    'a pushdown automaton',
    readJff,
    '<structure><type>pda</type></structure>',
    { code: 'automaton-jff-type' },
  ],
  ['a deep file', readJff, '<a>'.repeat(100), { code: 'automaton-line' }],
  [
    'a nested state',
    readMermaidState,
    'stateDiagram-v2\nstate a {\n}',
    { code: 'automaton-line', values: { line: 2 } },
  ],
  ['no initial state', readMermaidState, 'stateDiagram-v2\na --> b : x', { code: 'automaton-no-initial' }],
  [
    'a subgraph',
    readGraphviz,
    'digraph {\nsubgraph x { a }\n}',
    { code: 'automaton-line', values: { line: 2 } },
  ],
  ['an open graph', readGraphviz, 'digraph { a -> b', { code: 'automaton-line' }],
])('%s is refused with its place', (_, read, text, problem) => {
  expect(read(text)).toMatchObject({ ok: false });
  expect(read(text).problems[0]).toMatchObject(problem);
});

test('texts by chance, made of the pieces of the formats, are read or refused and never break anything', () => {
  const pieces = [
    '<state id="1">',
    '</state>',
    '<type>fa</type>',
    '[*]',
    '-->',
    'digraph',
    '{',
    '}',
    '[',
    ']',
    '"',
    ';',
    '->',
    '\n',
    'a',
    '=',
    ':',
    'stateDiagram-v2',
    '<!--',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), (chosen) => {
      const text = chosen.join(' ');
      for (const format of automatonFormats) expect(typeof format.read(text).ok).toBe('boolean');
    }),
    { seed: 4 },
  );
});

test('the example of docs/automata.md is what the own format writes', () => {
  const page = readFileSync('docs/automata.md', 'utf8');
  const example = /^```json\n(.*?)^```/ms.exec(page)?.[1] ?? '';
  const result = readAutomatonJson(example);
  expect(result.problems).toEqual([]);
  expect(result.ok && automatonData(result.value)).toEqual(JSON.parse(example));
});
