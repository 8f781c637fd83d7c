import { expect, test } from 'vitest';
import { exitCodes } from '../exitCodes';
import { MemoryIo } from '../MemoryIo';
import { runCli } from '../runCli';

/** Answers every second coin with a ticket; the third state does what the first one does. */
const machine = `{ "mealy": 1, "states": ["none", "half", "again"], "initial": "none",
  "arrows": [["none", "coin", "wait", "half"], ["half", "coin", "ticket", "again"], ["again", "coin", "wait", "half"]] }`;
const greedy = `{ "mealy": 1, "states": ["none"], "initial": "none", "arrows": [["none", "coin", "wait", "none"]] }`;

async function call(words: readonly string[], input = '') {
  const io = new MemoryIo({ files: { machine, greedy }, input });
  const exitCode = await runCli(['automaton', ...words], io);
  return { exitCode, out: io.stdout, err: io.stderr };
}

test('run prints what a machine answers, and refuses by its exit code', async () => {
  expect(await call(['run', 'machine', 'coin coin coin'])).toEqual({
    out: 'wait ticket wait\n',
    err: '',
    exitCode: exitCodes.good,
  });
  expect(await call(['run', 'machine', 'coin button'])).toEqual({
    out: 'wait\nrefused: button\n',
    err: '',
    exitCode: exitCodes.no,
  });
});

test('minimise merges states that answer alike, and says which', async () => {
  const { out } = await call(['minimise', 'machine', '--json']);
  expect(JSON.parse(out)).toEqual({
    machine: {
      mealy: 1,
      states: ['none', 'half'],
      letters: ['coin'],
      outputs: ['wait', 'ticket'],
      initial: 'none',
      arrows: [
        ['none', 'coin', 'wait', 'half'],
        ['half', 'coin', 'ticket', 'none'],
      ],
    },
    merged: [
      ['none', 'none'],
      ['half', 'half'],
      ['again', 'none'],
    ],
  });
});

test('compare finds a shortest word that two machines answer differently', async () => {
  expect(await call(['compare', 'machine', 'greedy'])).toEqual({
    out: 'different, first by: coin coin\nthe left answers: wait ticket\nthe right answers: wait wait\n',
    err: '',
    exitCode: exitCodes.no,
  });
  const small = (await call(['minimise', 'machine'])).out;
  expect(await call(['compare', 'machine', '-'], small)).toMatchObject({ out: 'equal\n' });
});

test('a machine is drawn as textbooks do, and is read by lines as well', async () => {
  expect((await call(['convert', 'machine', '--to', 'mermaid'])).out).toContain('s0 --> s1 : coin / wait\n');
  expect((await call(['convert', 'machine', '--to', 'graphviz'])).out).toContain('[label="coin / ticket"]');
  const line = `{ "automaton": ${greedy}, "word": ["coin"] }`;
  expect(await call(['run', '--lines'], line)).toMatchObject({
    out: '{"outputs":["wait"],"state":"none","refusedAt":null}\n',
  });
});

test('what makes no sense for a machine, or only for one, is said', async () => {
  const sentences: readonly (readonly [readonly string[], string, number])[] = [
    [['words', 'machine'], 'takes only automata', exitCodes.input],
    [['run', 'regex:a', 'a'], 'takes only Mealy machines', exitCodes.input],
    [['compare', 'machine', 'regex:a'], 'Compare two of a sort', exitCodes.input],
    [['convert', 'machine', '--to', 'jff'], 'json, mermaid, graphviz', exitCodes.usage],
  ];
  for (const [words, sentence, exitCode] of sentences) {
    const answer = await call(words);
    expect(answer.err).toContain(sentence);
    expect(answer.exitCode).toBe(exitCode);
  }
});
