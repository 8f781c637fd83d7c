import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { historyLimit, useDocument } from './documentStore';

const node = (id: string, kind = 'handler'): FlowNode => ({ id, kind, name: id, x: 0, y: 0, settings: {} });
const flow: FlowDoc = {
  busbar: 1,
  name: 'Orders',
  description: '',
  seed: 42,
  untilMs: 1000,
  eventTypes: [{ id: 't', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }],
  nodes: [node('a'), node('note', 'note'), node('b')],
  wires: [
    { id: 'w', from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' }, settings: { group: '' } },
  ],
  interventions: [],
  faults: [],
  protocols: [],
};
const label = 'editor.edit.move';
const { edit, undo, redo, open, endGesture } = useDocument.getState();
const now = () => useDocument.getState();
const rename = (name: string, merge?: string) =>
  edit(
    label,
    {},
    (draft) => {
      draft.name = name;
    },
    merge === undefined ? undefined : { merge },
  );

beforeEach(() => open(flow, 'new'));

describe('undo and redo', () => {
  test('undoing every edit gives the original back, and redoing every edit the result', () => {
    const step = fc.record({
      place: fc.nat(2),
      to: fc.integer({ min: -500, max: 500 }),
      merge: fc.option(fc.constantFrom('drag', 'scrub'), { nil: undefined }),
      what: fc.constantFrom('move', 'rename', 'setting', 'remove', 'add'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        open(flow, 'new');
        steps.forEach(({ place, to, merge, what }, index) => {
          edit(
            label,
            {},
            (draft) => {
              const at = draft.nodes[place];
              if (what === 'add') draft.nodes.push({ ...node(`n${index}`), settings: {} });
              else if (at === undefined) return;
              else if (what === 'move') at.x = to;
              else if (what === 'rename') at.name = String(to);
              else if (what === 'setting') at.settings['workers'] = to;
              else draft.nodes.splice(place, 1);
            },
            merge === undefined ? undefined : { merge },
          );
        });
        const result = now().doc;
        const count = now().undoStack.length;
        while (undo() !== null);
        expect(now().doc).toBe(flow);
        expect(now().redoStack).toHaveLength(count);
        while (redo() !== null);
        expect(now().doc).toBe(result);
      }),
      { seed: 20_251, numRuns: 100 },
    );
  });

  test('edits in a row with one merge key are one entry, until the gesture ends', () => {
    rename('A', 'name');
    rename('B', 'name');
    expect(now().undoStack).toHaveLength(1);
    endGesture();
    rename('C', 'name');
    expect(now().undoStack).toHaveLength(2);
    undo();
    expect(now().doc.name).toBe('B');
    undo();
    expect(now().doc.name).toBe('Orders');
  });

  test('a new edit forgets what could have been redone', () => {
    rename('A');
    undo();
    rename('B');
    expect(redo()).toBeNull();
    expect(now().doc.name).toBe('B');
  });

  test('an edit that changes nothing leaves no entry', () => {
    rename('Orders');
    expect(now().undoStack).toHaveLength(0);
  });

  test('undo says what it undid, and the oldest entries make room', () => {
    for (let count = 0; count < historyLimit + 5; count += 1) rename(`Name ${count}`);
    expect(now().undoStack).toHaveLength(historyLimit);
    edit('editor.edit.move', { n: 3 }, (draft) => {
      draft.name = 'last';
    });
    expect(undo()).toMatchObject({ label: 'editor.edit.move', values: { n: 3 } });
  });

  test('opening a document gives it an id of its own and an empty history', () => {
    rename('A');
    const { id } = now();
    open(flow, 'link');
    expect(now().id).not.toBe(id);
    expect(undo()).toBeNull();
  });
});

describe('revision', () => {
  const grows = (recipe: Parameters<typeof edit>[2]) => {
    const before = now().revision;
    edit(label, {}, recipe);
    return now().revision > before;
  };

  test('stays when only the picture changes', () => {
    expect(
      grows((draft) => {
        draft.name = 'Other';
        draft.nodes[0] = { ...node('a'), ...draft.nodes[0], x: 40, y: 20, name: 'Alpha', group: 'g' };
        const type = draft.eventTypes[0];
        if (type !== undefined) type.colour = 3;
      }),
    ).toBe(false);
  });

  test('stays when a note is written or added at the end', () => {
    expect(
      grows((draft) => {
        const note = draft.nodes[1];
        if (note !== undefined) note.settings['text'] = 'Why?';
        draft.nodes.push({ ...node('another', 'note'), settings: {} });
      }),
    ).toBe(false);
  });

  test('grows when a note goes from the middle, because traces name nodes by index', () => {
    expect(grows((draft) => void draft.nodes.splice(1, 1))).toBe(true);
  });

  test.each<[string, Parameters<typeof edit>[2]]>([
    [
      'a setting of a node',
      (draft) => {
        draft.nodes.forEach((one) => {
          one.settings['workers'] = 2;
        });
      },
    ],
    [
      'a setting of a wire',
      (draft) => {
        draft.wires.forEach((wire) => {
          wire.settings['group'] = 'mail';
        });
      },
    ],
    [
      'the seed',
      (draft) => {
        draft.seed = 7;
      },
    ],
    [
      'the name of an event type',
      (draft) => {
        draft.eventTypes.forEach((type) => {
          type.name = 'Other';
        });
      },
    ],
    ['a wire', (draft) => void draft.wires.pop()],
    ['a node', (draft) => void draft.nodes.push({ ...node('c'), settings: {} })],
  ])('grows with %s, and again when that is undone', (_, recipe) => {
    expect(grows(recipe)).toBe(true);
    const before = now().revision;
    undo();
    expect(now().revision).toBe(before + 1);
  });
});
