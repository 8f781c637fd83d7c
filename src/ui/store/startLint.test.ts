import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import type { LintAnswer, LintQuestion } from '#worker/LintPort';
import { useDocument } from './documentStore';
import { useLint } from './lintStore';
import { startLint } from './startLint';

const asked: LintQuestion[] = [];
let answer: (answer: LintAnswer) => void = () => undefined;
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  useDocument.getState().open(newDocument('First'), 'new');
  stop = startLint((onAnswer) => {
    answer = onAnswer;
    return { ask: (question) => asked.push(question), end: () => undefined };
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const found = (
  nodes: readonly string[],
  wires: readonly string[],
  severity: 'warning' | 'hint' = 'warning',
) =>
  ({
    code: 'loop-gain',
    severity,
    nodes,
    wires,
    values: {},
    message: '',
    remedies: [],
    evidence: null,
  }) as const;

const rename = (name: string) =>
  useDocument.getState().edit('editor.edit.add', {}, (draft) => {
    draft.name = name;
  });

test('the document is judged a moment after it is there, and again when a row of edits rests', () => {
  vi.advanceTimersByTime(1_600);
  expect(asked.map(({ doc }) => doc.name)).toEqual(['First']);
  for (const name of ['a', 'b', 'c']) {
    rename(name);
    vi.advanceTimersByTime(100);
  }
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(400);
  expect(asked.map(({ doc }) => doc.name)).toEqual(['First', 'c']);
});

test('an answer about an older document is not shown', () => {
  vi.advanceTimersByTime(1_600);
  rename('a');
  vi.advanceTimersByTime(400);
  answer({ id: asked[0]?.id ?? 0, findings: [found(['old'], [])] });
  expect(useLint.getState().doc?.name).not.toBe('First');
  answer({ id: asked[1]?.id ?? 0, findings: [found(['new'], [])] });
  expect(useLint.getState()).toMatchObject({ doc: { name: 'a' }, findings: [{ nodes: ['new'] }] });
});

test('warnings mark the first of their nodes and all of their wires, and hints mark nothing', () => {
  vi.advanceTimersByTime(1_600);
  const findings = [found(['a', 'b'], ['w']), found(['a'], []), found(['c'], ['v'], 'hint')];
  answer({ id: asked[0]?.id ?? 0, findings });
  expect([...useLint.getState().warned]).toEqual([
    ['a', 2],
    ['w', 1],
  ]);
});
