import { beforeEach, expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { changeMark, moveMark, removeMark, renameMark, resizeMark } from './editMarks';
import { marksOf, type Mark } from './Mark';

const doc: FlowDoc = {
  ...newDocument('marks'),
  interventions: [
    { id: 'i1', atUs: 1000, afterStep: 3, action: { do: 'crash', node: 'a' } },
    { id: 'i2', atUs: 2000, afterStep: 7, action: { do: 'fault', settings: { what: 'slow', forMs: 1 } } },
  ],
  faults: [{ id: 'f', name: 'Outage', settings: { what: 'pause', atMs: 5, forMs: 2, everyMs: 0 } }],
};

beforeEach(() => useDocument.getState().open(doc, 'new'));

const now = () => useDocument.getState().doc;

function mark(id: string): Mark {
  const found = marksOf(now()).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no mark ${id}.`);
  return found;
}

test('what is moved takes its place among the others, and comes first at its new time', () => {
  moveMark(mark('i1'), 3000.4, 'Crash');
  expect(now().interventions.map(({ id, atUs, afterStep }) => [id, atUs, afterStep])).toEqual([
    ['i2', 2000, 7],
    ['i1', 3000, 0],
  ]);
});

test('moves in a row are one undo entry, and nothing moves before the run', () => {
  moveMark(mark('f'), 7000, 'Outage');
  moveMark(mark('f'), -5, 'Outage');
  expect(mark('f').atUs).toBe(0);
  useDocument.getState().undo();
  expect(mark('f').atUs).toBe(5000);
});

test('a move that ends where it began leaves no entry', () => {
  moveMark(mark('i1'), 1000, 'Crash');
  expect(useDocument.getState().undoStack).toHaveLength(0);
});

test('a name can be given and taken away again, and runs nothing anew', () => {
  const { revision } = useDocument.getState();
  renameMark(mark('i1'), 'Pull the plug');
  expect(mark('i1').name).toBe('Pull the plug');
  renameMark(mark('i1'), '');
  expect(now().interventions[0]).toEqual(doc.interventions[0]);
  expect(useDocument.getState().revision).toBe(revision);
});

test('what lasts can be made longer, wherever it stands', () => {
  changeMark(mark('i2'), 'forMs', 9, 'Slow');
  changeMark(mark('f'), 'forMs', 4, 'Outage');
  expect([mark('i2').forUs, mark('f').forUs]).toEqual([9000, 4000]);
});

test('an end is moved in one undo entry, never to where it would last for ever, and not where it is already', () => {
  expect(resizeMark(mark('f'), 2000, 'Outage')).toBe(2000);
  expect(useDocument.getState().undoStack).toHaveLength(0);
  expect(resizeMark(mark('f'), 3500.4, 'Outage')).toBe(3500);
  expect(mark('f').forUs).toBe(3500);
  expect(resizeMark(mark('f'), -7000, 'Outage')).toBe(1000);
  expect(mark('f').forUs).toBe(1000);
  resizeMark(mark('i2'), 250_000, 'Slow');
  expect(mark('i2').forUs).toBe(250_000);
  useDocument.getState().undo();
  useDocument.getState().undo();
  expect(now()).toEqual(doc);
});

test('removing says so and offers the way back', () => {
  removeMark(mark('i2'), 'Slow');
  expect(now().interventions.map(({ id }) => id)).toEqual(['i1']);
  expect(useView.getState().toast).toMatchObject({ canUndo: true });
});
