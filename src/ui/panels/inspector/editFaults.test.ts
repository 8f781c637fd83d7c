import { beforeEach, expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { addFault, changeFault, removeFault, renameFault } from './editFaults';

const doc = () => useDocument.getState().doc;
const fault = () => {
  const [first] = doc().faults;
  if (first === undefined) throw new Error('There is no fault.');
  return first;
};

beforeEach(() => {
  const nodes = [
    { id: 'shop', kind: 'publisher', x: 0, y: 0 },
    { id: 'mail', kind: 'handler', x: 0, y: 0 },
    { id: 'service', kind: 'group', x: 0, y: 0 },
  ];
  const parsed = parseFlow({ busbar: 1, name: 'Test', untilMs: 4_000, nodes }, kinds);
  if (parsed.ok) useDocument.getState().open(parsed.value, 'new');
});

test('a new fault befalls a node that can crash, within the run, and passes the importer', () => {
  addFault('Outage');
  expect(fault()).toMatchObject({ name: 'Outage', settings: { what: 'crash', target: 'mail', atMs: 2_000 } });
  expect(parseFlow(doc(), kinds)).toMatchObject({ ok: true, problems: [], value: doc() });
});

test('a new fault befalls a service rather than one of its nodes', () => {
  useDocument.getState().edit('editor.edit.group', { n: 1 }, (draft) => {
    for (const node of draft.nodes) if (node.id === 'mail') node.group = 'service';
  });
  addFault('Outage');
  expect(fault().settings['target']).toBe('service');
});

test('every change of a fault makes another run and can be undone', () => {
  addFault('Outage');
  const before = doc();
  const { revision, undo, redo } = useDocument.getState();
  changeFault(fault(), 'what', 'slow');
  changeFault(fault(), 'factor', 4);
  expect(useDocument.getState().revision).toBe(revision + 2);
  expect(fault().settings).toMatchObject({ what: 'slow', factor: 4 });
  undo();
  undo();
  expect(doc()).toBe(before);
  redo();
  renameFault(fault(), 'Busy machine');
  expect(fault().name).toBe('Busy machine');
  removeFault(fault());
  expect(doc().faults).toEqual([]);
  undo();
  expect(fault().settings['what']).toBe('slow');
});

test('a name of a fault changes no run, and who is in a group does, once something befalls it', () => {
  const join = (group: string) =>
    useDocument.getState().edit('editor.edit.group', { n: 1 }, (draft) => {
      for (const node of draft.nodes) if (node.id === 'mail') node.group = group;
    });
  const revision = () => useDocument.getState().revision;
  const first = revision();
  join('service');
  expect(revision()).toBe(first);
  addFault('Outage');
  renameFault(fault(), 'Other');
  expect(revision()).toBe(first + 1);
  join('other');
  expect(revision()).toBe(first + 2);
});
