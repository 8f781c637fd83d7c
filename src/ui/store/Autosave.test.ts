import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import { Autosave, saveWithinMs } from './Autosave';
import { useDocument } from './documentStore';
import type { FlowRecord, FlowRecords } from './flowRecords';
import { useSaving } from './savingStore';

/** A drawer in memory, with the same promises as the browser's. */
function createDrawer() {
  const records = new Map<string, FlowRecord>();
  let refusal: Error | null = null;
  const drawer: FlowRecords = {
    read: async (id) => records.get(id) ?? null,
    all: async () => [...records.values()],
    replace: async (id, next) => {
      if (refusal !== null) throw refusal;
      const record = next(records.get(id) ?? null);
      if (record !== null) records.set(id, record);
    },
    remove: async (id) => void records.delete(id),
  };
  return {
    records,
    drawer,
    refuse: (error: Error | null) => {
      refusal = error;
    },
  };
}

const playhead = () => ({ step: 3, timeUs: 4_000 });
const rename = (name: string) =>
  useDocument.getState().edit('editor.edit.rename', { name }, (draft) => {
    draft.name = name;
  });
const saved = (drawer: ReturnType<typeof createDrawer>) =>
  [...drawer.records.values()].map((record) => record.name).toSorted();

let drawer: ReturnType<typeof createDrawer>;
let autosave: Autosave;

beforeEach(() => {
  vi.useFakeTimers();
  drawer = createDrawer();
  useDocument.getState().open(newDocument('Orders'), 'example');
  useSaving.setState({ status: 'clean', trouble: null });
  autosave = new Autosave({ records: drawer.drawer, now: Date.now, playhead });
});
afterEach(() => {
  autosave.stop();
  vi.useRealTimers();
});

test('an example is kept from its first change on, within the promised time, with its playhead', async () => {
  await vi.advanceTimersByTimeAsync(5_000);
  expect(drawer.records.size).toBe(0);
  rename('Mine');
  await vi.advanceTimersByTimeAsync(saveWithinMs);
  const record = drawer.records.get(useDocument.getState().id);
  expect(record).toMatchObject({ name: 'Mine', playhead: playhead(), version: 1 });
  expect(record?.doc).toBe(useDocument.getState().doc);
  expect(useSaving.getState().status).toBe('saved');
});

test('a gesture that never rests is saved all the same', async () => {
  for (let moment = 0; moment < 10; moment += 1) {
    rename(`Name ${moment}`);
    // Each moment must pass before the next edit comes.
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved(drawer)[0]).toMatch(/^Name [78]$/);
});

test('what comes from a link is kept at once, beside the work that was there before', async () => {
  rename('Mine');
  useDocument.getState().open(newDocument('Theirs'), 'link');
  await vi.advanceTimersByTimeAsync(saveWithinMs);
  expect(saved(drawer)).toEqual(['Mine', 'Theirs']);
});

test('when another tab saved the document in between, this tab goes on with a copy and says so', async () => {
  rename('Mine');
  await autosave.flush();
  const { id } = useDocument.getState();
  const record = drawer.records.get(id);
  if (record === undefined) throw new Error('The document was not saved.');
  drawer.records.set(id, { ...record, name: 'Changed elsewhere', version: 7, savedBy: 'another tab' });
  rename('Changed here');
  await vi.advanceTimersByTimeAsync(2 * saveWithinMs);
  expect(saved(drawer)).toEqual(['Changed elsewhere', 'Changed here 2']);
  expect(useDocument.getState().id).not.toBe(id);
  expect(useSaving.getState()).toMatchObject({ status: 'saved', trouble: { reason: 'copied' } });
});

test('a tab that only moved its playhead makes no copy', async () => {
  rename('Mine');
  await autosave.flush();
  const { id } = useDocument.getState();
  const record = drawer.records.get(id);
  if (record === undefined) throw new Error('The document was not saved.');
  drawer.records.set(id, { ...record, name: 'Changed elsewhere', version: 7, savedBy: 'another tab' });
  autosave.playheadMoved();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved(drawer)).toEqual(['Changed elsewhere']);
  expect(useDocument.getState().id).toBe(id);
});

test('a refusal is said once within a second, and the work is saved as soon as the browser allows', async () => {
  drawer.refuse(new DOMException('No room', 'QuotaExceededError'));
  rename('Mine');
  await vi.advanceTimersByTimeAsync(999);
  const { trouble } = useSaving.getState();
  expect(useSaving.getState()).toMatchObject({ status: 'failed', trouble: { reason: 'full' } });
  rename('Still mine');
  await vi.advanceTimersByTimeAsync(999);
  expect(useSaving.getState().trouble).toBe(trouble);
  drawer.refuse(null);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(saved(drawer)).toEqual(['Still mine']);
  expect(useSaving.getState().status).toBe('saved');
});

test('a browser that does not answer is noticed within 1.1 seconds, and the work goes on', async () => {
  autosave.stop();
  const silent: FlowRecords = { ...drawer.drawer, replace: () => new Promise<never>(() => undefined) };
  autosave = new Autosave({ records: silent, now: Date.now, playhead });
  rename('Mine');
  await vi.advanceTimersByTimeAsync(1_100);
  expect(useSaving.getState()).toMatchObject({ status: 'failed', trouble: { reason: 'slow' } });
  expect(useDocument.getState().doc.name).toBe('Mine');
});
