import { beforeEach, expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { useDocument } from './documentStore';
import { intervene, setSeed } from './interventions';
import type { Player } from './Player';

beforeEach(() => {
  const { doc, open } = useDocument.getState();
  open({ ...doc, seed: 1, interventions: [] }, 'new');
});

const listed = () =>
  useDocument
    .getState()
    .doc.interventions.map(({ id, atUs, afterStep, action }) => [id, atUs, afterStep, action.do]);

test('what a person does is recorded where the playhead stands, as one named undo entry', () => {
  const { revision } = useDocument.getState();
  intervene({ do: 'pause', node: 'orders' }, { timeUs: 1500.9, step: 7 }, null);
  expect(listed()).toEqual([['i1', 1500, 7, 'pause']]);
  expect(useDocument.getState().revision).toBe(revision + 1);
  expect(useDocument.getState().undo()).toMatchObject({
    label: 'player.undoPause',
    values: { node: 'orders' },
  });
  expect(listed()).toEqual([]);
});

test('interventions stay in the order of the run, whatever order they were made in', () => {
  intervene({ do: 'crash', node: 'b' }, { timeUs: 900, step: 9 }, null);
  intervene({ do: 'pause', node: 'a' }, { timeUs: 100, step: 2 }, null);
  intervene({ do: 'pick', message: 'm' }, { timeUs: 900, step: 8 }, null);
  intervene({ do: 'resume', node: 'a' }, { timeUs: 900, step: 9 }, null);
  expect(listed().map(([, atUs, afterStep, done]) => [atUs, afterStep, done])).toEqual([
    [100, 2, 'pause'],
    [900, 8, 'pick'],
    [900, 9, 'crash'],
    [900, 9, 'resume'],
  ]);
  expect(new Set(listed().map(([id]) => id)).size).toBe(4);
});

test('one intervention can be taken out again without touching the others', () => {
  intervene({ do: 'pause', node: 'a' }, { timeUs: 1, step: 1 }, null);
  intervene({ do: 'crash', node: 'a' }, { timeUs: 2, step: 2 }, null);
  useDocument.getState().edit('player.undoFault', {}, (draft) => {
    draft.interventions = draft.interventions.filter(({ id }) => id !== 'i1');
  });
  expect(listed()).toEqual([['i2', 2, 2, 'crash']]);
  intervene({ do: 'revive', node: 'a' }, { timeUs: 3, step: 3 }, null);
  expect(new Set(listed().map(([id]) => id)).size).toBe(2);
});

test('what is done to a service is shown to its last step, one for each node in it', () => {
  const nodes = [
    { id: 'service', kind: 'group', x: 0, y: 0 },
    { id: 'a', kind: 'handler', x: 0, y: 0, group: 'service' },
    { id: 'b', kind: 'bus', x: 0, y: 0, group: 'service' },
  ];
  const parsed = parseFlow({ busbar: 1, name: 'Test', nodes }, kinds);
  if (parsed.ok) useDocument.getState().open(parsed.value, 'new');
  const shown: number[] = [];
  const player = {
    load: (_doc: unknown, _place: unknown, then: () => void) => then(),
    showNext: (count: number) => shown.push(count),
  };
  // Only these two of a player are asked for.
  intervene({ do: 'crash', node: 'service' }, { timeUs: 5, step: 1 }, player as unknown as Player);
  expect(shown).toEqual([2]);
});

test('a seed is a 32-bit number', () => {
  setSeed(42);
  expect(useDocument.getState().doc.seed).toBe(42);
  setSeed(2 ** 32 + 5);
  expect(useDocument.getState().doc.seed).toBe(5);
});
