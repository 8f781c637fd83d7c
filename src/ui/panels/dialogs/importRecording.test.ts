import { beforeEach, expect, test } from 'vitest';
import { csvLog } from '#engine/interop/csvLog';
import { guessColumns } from '#engine/interop/guessColumns';
import { readLog } from '#engine/interop/readLog';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { importRecording, replayerFor } from './importRecording';
import { scaleFor } from './scaleFor';

const csv = `case,activity,timestamp
a,Register,2024-01-01 08:00:00
b,Register,2024-01-01 09:00:00
a,Approve,2024-01-01 18:00:00
`;

const doc = () => useDocument.getState().doc;

function readingOf(text: string) {
  const table = csvLog(text);
  return readLog(table, guessColumns(table), 'permits.csv', doc().eventTypes);
}

beforeEach(() => {
  useDocument.getState().open({ ...newDocument('Permits'), untilMs: 30_000 }, 'new');
});

test('a log drives a new publisher, with its event types, in one undo entry', () => {
  const id = importRecording({ reading: readingOf(csv), timeScale: 600, node: null });
  const node = doc().nodes.find((one) => one.id === id);
  expect(node?.settings).toMatchObject({ generation: 'log', timeScale: 600 });
  expect(doc().eventTypes.map(({ name }) => name)).toContain('Register');
  expect(doc().eventTypes.map(({ name }) => name)).toContain('Approve');
  expect(parseFlow(structuredClone(doc()), kinds)).toMatchObject({ ok: true, problems: [] });
  useDocument.getState().undo();
  expect(doc().nodes).toEqual([]);
  expect(doc().eventTypes).toEqual([]);
});

test('the run grows until the end of the log can be seen, and never shrinks', () => {
  importRecording({ reading: readingOf(csv), timeScale: 600, node: null });
  expect(doc().untilMs).toBe(60_001);
  importRecording({ reading: readingOf(csv), timeScale: 6000, node: null });
  expect(doc().untilMs).toBe(60_001);
});

test('a second log replaces the first and keeps the types both know', () => {
  const id = importRecording({ reading: readingOf(csv), timeScale: 1, node: null });
  importRecording({ reading: readingOf(csv), timeScale: 2, node: id });
  expect(doc().nodes).toHaveLength(1);
  expect(doc().nodes[0]?.settings['timeScale']).toBe(2);
  expect(doc().eventTypes.filter(({ name }) => name === 'Register')).toHaveLength(1);
});

test('the suggested scale plays the whole log in the wanted time', () => {
  expect(scaleFor(36_000_000, 60_000)).toBe(600);
  expect(scaleFor(0, 60_000)).toBe(1);
  expect(scaleFor(1, 1e9)).toBe(0.001);
});

test('nobody who publishes otherwise is offered to play a log instead', () => {
  const id = importRecording({ reading: readingOf(csv), timeScale: 600, node: null }) ?? '';
  const nodes = doc().nodes.map((node) => ({ ...node, settings: { ...node.settings } }));
  expect(replayerFor(nodes, [])).toBeNull();
  expect(replayerFor(nodes, [id])).toBe(id);
  for (const node of nodes) node.settings['generation'] = 'interval';
  expect(replayerFor(nodes, [id])).toBeNull();
});
