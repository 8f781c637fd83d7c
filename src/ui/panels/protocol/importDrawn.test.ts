import { expect, test } from 'vitest';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import { automatonFormats } from '#engine/interop/automatonFormats';
import type { Protocol } from '#engine/model/FlowDoc';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import { defaultsOf } from '#engine/model/defaultsOf';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { readDrawn, writeDrawn } from './drawnEdits';
import { importDrawn } from './importDrawn';

const settings = { ...defaultsOf(protocolFields), source: 'regex', expression: 'Placed (Paid Sent | Sent)*' };
const protocol: Protocol = { id: 'p', name: 'P', settings };

test.each(automatonFormats)('what a protocol says is the same drawn, by way of a file as $id', (format) => {
  const automaton = compileProtocol(protocol, []).automaton;
  if (automaton === null) throw new Error('The expression is an automaton.');
  const read = importDrawn(`p${format.endings[0]}`, format.write(asNondeterministic(automaton)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const drawn = compileProtocol(
    { ...protocol, settings: { ...settings, source: 'drawn', automaton: read.value } },
    [],
  );
  expect(drawn.automaton).toMatchObject({ accepting: automaton.accepting, letters: automaton.letters });
  expect([...(drawn.automaton?.table ?? [])]).toEqual([...automaton.table]);
  expect(readDrawn(writeDrawn(readDrawn(read.value)))).toEqual(readDrawn(read.value));
});

test('a file that holds no automaton is said, and so is one that is too large to keep', () => {
  expect(importDrawn('p.json', '{}')).toMatchObject({ ok: false });
  const states = Array.from({ length: 1_500 }, (_, state) => `${'s'.repeat(60)}${state}`);
  const large = {
    automaton: 1,
    states,
    initial: states.slice(0, 1),
    accepting: [],
    arrows: states.slice(1).map((to, place) => [states[place], 'a', to]),
  };
  expect(importDrawn('p.json', JSON.stringify(large))).toMatchObject({ ok: false });
});
