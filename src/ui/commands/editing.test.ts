// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { loadTexts } from '#ui/i18n/catalogue';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { duplicateNodes, pasteText, textOfSelection } from './clipboardText';
import { connectEnds, reconnectWire } from './connectEnds';
import { deleteSelection } from './deleteSelection';
import { groupSelected } from './groupSelected';
import { placeNode } from './placeNode';
import { selectAlong } from './selectAlong';
import { undo } from './undo';
import { ungroupSelected } from './ungroupSelected';

const doc = () => useDocument.getState().doc;
const select = (...nodes: string[]) => useView.getState().select({ nodes });
const place = (kind: string, preset = 'plain', x = 0, from?: { node: string; port: string }) => {
  const id = placeNode({ kind, preset }, { x, y: 0 }, from);
  if (id === null) throw new Error(`${kind} was not placed.`);
  return id;
};
/** Publisher → topic bus → handler. */
const buildFlow = () => {
  const publisher = place('publisher');
  const bus = place('bus', 'topic', 400, { node: publisher, port: 'out' });
  const handler = place('handler', 'plain', 800, { node: bus, port: 'out' });
  return { publisher, bus, handler };
};

beforeAll(() => loadTexts('en'));

beforeEach(() => {
  useDocument.getState().open(newDocument('Test'), 'new');
  useView.setState({ language: 'en', toast: null });
  useView.getState().clearSelection();
});

test('a flow built of palette items passes the importer unchanged', () => {
  for (const kind of kinds) for (const preset of kind.presets) place(kind.id, preset.id);
  buildFlow();
  const parsed = parseFlow(structuredClone(doc()), kinds);
  expect(parsed.problems).toEqual([]);
  expect(parsed.ok && parsed.value).toEqual(doc());
});

test('the first publisher brings the event type that it publishes', () => {
  place('note');
  expect(doc().eventTypes).toEqual([]);
  place('publisher');
  place('publisher');
  expect(doc().eventTypes.map((type) => type.name)).toEqual(['OrderPlaced']);
});

test('new nodes get names of their own, places on the grid and no overlap', () => {
  for (let count = 0; count < 12; count += 1) place('handler');
  expect(new Set(doc().nodes.map((node) => node.name)).size).toBe(12);
  const taken = doc().nodes.map(({ x, y }) => ({ x, y }));
  for (const [index, a] of taken.entries()) {
    expect([Math.abs(a.x % 20), Math.abs(a.y % 20)]).toEqual([0, 0]);
    for (const b of taken.slice(index + 1)) {
      expect(Math.abs(a.x - b.x) >= 222 || Math.abs(a.y - b.y) >= 104).toBe(true);
    }
  }
});

test('a node added for a waiting wire is wired to it, in the direction of the flow', () => {
  const { publisher, bus, handler } = buildFlow();
  expect(doc().wires.map(({ from, to }) => [from.node, to.node])).toEqual([
    [publisher, bus],
    [bus, handler],
  ]);
  const before = place('bus', 'queue', -400, { node: handler, port: 'in' });
  expect(doc().wires.at(-1)).toMatchObject({ from: { node: before }, to: { node: handler } });
});

test('a connection that makes no sense is refused with a reason, and leaves nothing to undo', () => {
  const { publisher, handler } = buildFlow();
  const entries = useDocument.getState().undoStack.length;
  expect(connectEnds({ node: publisher, port: 'out' }, { node: handler, port: 'in' })?.code).toBeTruthy();
  expect(useDocument.getState().undoStack).toHaveLength(entries);
});

test('a wire that moves to another node keeps its id and what was set on it', () => {
  const { bus } = buildFlow();
  const other = place('handler', 'plain', 800);
  const wire = doc().wires[1];
  if (wire === undefined) throw new Error('The flow has no second wire.');
  useDocument.getState().edit('editor.edit.move', {}, (draft) => {
    draft.wires.forEach((one) => {
      one.settings['patterns'] = ['OrderPlaced'];
    });
  });
  expect(reconnectWire(wire.id, { node: bus, port: 'out' }, { node: other, port: 'in' })).toBeNull();
  expect(doc().wires[1]).toMatchObject({
    id: wire.id,
    to: { node: other },
    settings: { patterns: ['OrderPlaced'] },
  });
});

describe('copy and paste', () => {
  test('brings nodes with their settings, wires and event types into another flow', async () => {
    const { publisher, bus, handler } = buildFlow();
    const original = doc();
    select(publisher, bus, handler);
    const text = textOfSelection() ?? '';
    useDocument.getState().open(newDocument('Other'), 'new');
    expect(await pasteText(text)).toBe(true);
    expect(doc().nodes.map((node) => node.settings)).toEqual(original.nodes.map((node) => node.settings));
    expect(doc().wires).toHaveLength(2);
    expect(doc().eventTypes).toEqual(original.eventTypes.filter((type) => text.includes(`"${type.id}"`)));
    expect(parseFlow(doc(), kinds).ok).toBe(true);
  });

  test('into the same flow gives new ids and names, 40 pixels on each time, and selects the copies', async () => {
    const { publisher, bus } = buildFlow();
    select(publisher, bus);
    const text = textOfSelection() ?? '';
    await pasteText(text);
    const [, , , copy] = doc().nodes;
    expect(copy).toMatchObject({ name: 'Publisher 2', x: (doc().nodes[0]?.x ?? 0) + 40 });
    expect(useView.getState().selection.nodes).toEqual(
      doc()
        .nodes.slice(3)
        .map((node) => node.id),
    );
    await pasteText(text);
    expect(doc().nodes.at(-2)?.x).toBe((doc().nodes[0]?.x ?? 0) + 80);
    expect(doc().wires).toHaveLength(4);
    expect(new Set(doc().nodes.map((node) => node.id)).size).toBe(7);
  });

  test('after a cut a statechart still emits to its bus, and in another flow of the same name to none', async () => {
    const { bus, handler } = buildFlow();
    const emit = { type: 'emit', params: { type: 'Paid', to: bus } };
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      const settings = draft.nodes.find(({ id }) => id === handler)?.settings ?? {};
      settings['behaviour'] = 'statechart';
      settings['chart'] = { id: 'm', initial: 'a', states: { a: { entry: [emit] } } };
    });
    const lastChart = () => JSON.stringify(doc().nodes.at(-1)?.settings['chart']);
    select(handler);
    const text = textOfSelection() ?? '';
    deleteSelection();
    useView.setState({ toast: null });
    await pasteText(text);
    expect(lastChart()).toContain(`"to":"${bus}"`);
    expect(useView.getState().toast).toBeNull();
    useDocument.getState().open(newDocument('Test'), 'new');
    buildFlow();
    await pasteText(text);
    expect(lastChart()).toContain('"type":"Paid"');
    expect(lastChart()).not.toContain('"to"');
    expect(useView.getState().toast).not.toBeNull();
  });

  test('uses the event type of the same name, whatever its id', async () => {
    place('publisher');
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      draft.nodes.forEach((node) => {
        node.settings['mix'] = [{ type: 'order-placed', weight: 1 }];
      });
    });
    select('publisher-1');
    const text = (textOfSelection() ?? '').replaceAll('"order-placed"', '"op"');
    expect(await pasteText(text)).toBe(true);
    expect(doc().eventTypes).toHaveLength(1);
    expect(doc().nodes[1]?.settings['mix']).toEqual([{ type: 'order-placed', weight: 1 }]);
  });

  test.each(['hello', '{"busbar":1,"nodes":[{"kind":"__proto__"}]}', '{"busbar":1', '{"busbar":2}'])(
    'refuses %s with a message and without a change',
    async (text) => {
      buildFlow();
      const before = doc();
      expect(await pasteText(text)).toBe(false);
      expect(doc()).toBe(before);
      expect(useView.getState().toast?.text).toBeTruthy();
    },
  );

  test('duplicating keeps the wires among the duplicates and is one undo step', () => {
    const { bus, handler } = buildFlow();
    const before = doc();
    expect(duplicateNodes([bus, handler])).toHaveLength(2);
    expect(doc().wires).toHaveLength(3);
    void undo.perform();
    expect(doc()).toBe(before);
    expect(useView.getState().toast?.text).toBe('Undid: Duplicate 2 nodes');
  });

  test('a statechart that is copied with the bus that it emits to emits to the copy, and alone to the same', () => {
    const { bus, handler } = buildFlow();
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      const entry = [{ type: 'emit', params: { type: 'OrderPlaced', to: bus } }];
      const chart = { id: 'c', initial: 'a', states: { a: { entry } } };
      for (const node of draft.nodes) {
        if (node.id === handler) Object.assign(node.settings, { behaviour: 'statechart', chart });
      }
    });
    const sentTo = (id: string | undefined) =>
      /"to":"([^"]*)"/.exec(JSON.stringify(doc().nodes.find((node) => node.id === id)?.settings))?.[1];
    const [otherBus, other] = duplicateNodes([bus, handler]);
    expect(sentTo(other)).toBe(otherBus);
    expect(sentTo(handler)).toBe(bus);
    const [alone] = duplicateNodes([handler]);
    expect(sentTo(alone)).toBe(bus);
    expect(parseFlow(doc(), kinds).ok).toBe(true);
  });
});

describe('deleting', () => {
  test('takes the wires and interventions of the nodes along', () => {
    const { bus } = buildFlow();
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      draft.interventions.push({ id: 'i', atUs: 0, afterStep: 0, action: { do: 'pause', node: bus } });
    });
    select(bus);
    deleteSelection();
    expect(doc()).toMatchObject({ wires: [], interventions: [] });
    expect(parseFlow(doc(), kinds).ok).toBe(true);
  });

  test('takes the faults of the nodes along, and only those', () => {
    const { publisher, bus, handler } = buildFlow();
    const fault = (id: string, what: string, target: string, other = '') => ({
      id,
      name: id,
      settings: { ...defaultsOf(faultFields), what, target, other },
    });
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      draft.faults.push(
        fault('of-it', 'pause', bus),
        fault('from-it', 'partition', handler, bus),
        fault('once-from-it', 'crash', handler, bus),
        fault('of-another', 'partition', publisher),
      );
    });
    select(bus);
    deleteSelection();
    expect(doc().faults.map(({ id }) => id)).toEqual(['once-from-it', 'of-another']);
    expect(parseFlow(doc(), kinds).ok).toBe(true);
  });

  test('and reconnecting joins what fits and leaves the rest open', () => {
    const { bus, handler } = buildFlow();
    const second = place('bus', 'topic', 1200, { node: handler, port: 'out' });
    const last = place('handler', 'plain', 1600, { node: second, port: 'out' });
    select(handler, second);
    deleteSelection(true);
    expect(doc().wires.map(({ from, to }) => [from.node, to.node])).toContainEqual([bus, last]);
    select(bus);
    deleteSelection(true);
    expect(parseFlow(doc(), kinds).ok).toBe(true);
  });
});

test('a group takes its frame around the nodes, and ungrouping leaves them', () => {
  const { bus, handler } = buildFlow();
  select(bus, handler);
  void groupSelected.perform();
  const frame = doc().nodes.at(-1);
  expect(doc().nodes.filter((node) => node.group === frame?.id)).toHaveLength(2);
  const [, first] = doc().nodes;
  expect([frame?.x, frame?.y]).toEqual([(first?.x ?? 0) - 40, Math.min(...doc().nodes.map((n) => n.y))]);
  select(bus);
  void ungroupSelected.perform();
  expect(doc().nodes).toHaveLength(3);
  expect(doc().nodes.every((node) => node.group === undefined)).toBe(true);
});

test('upstream and downstream follow the wires, also around a cycle', () => {
  const { publisher, bus, handler } = buildFlow();
  connectEnds({ node: handler, port: 'out' }, { node: bus, port: 'in' });
  select(bus);
  selectAlong('downstream');
  expect(useView.getState().selection.nodes.toSorted()).toEqual([bus, handler].toSorted());
  selectAlong('upstream');
  expect(useView.getState().selection.nodes.toSorted()).toEqual([bus, handler, publisher].toSorted());
});
