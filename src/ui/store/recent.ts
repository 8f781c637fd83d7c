import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Result } from '#engine/model/Problem';
import { kinds } from '#kinds/index';
import { Autosave } from './Autosave';
import { useDocument } from './documentStore';
import { createFlowRecords, type FlowRecord } from './flowRecords';
import { withPatience } from './patience';
import { readBreakpoints } from './readBreakpoints';
import { useRun } from './runStore';
import { breakpointsOf, useStops } from './stopStore';

/** A line in the list of recent flows. */
export interface RecentFlow {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly nodes: number;
  /** Whether it is the one on the canvas. */
  readonly isOpen: boolean;
}

/** A kept document and where its playhead stood. */
export interface SavedFlow {
  readonly doc: FlowDoc;
  readonly playhead: FlowRecord['playhead'];
}

/** Longer than for saving: while the page starts, storage has to wait for it. */
const readPatienceMs = 2_000;

const records = createFlowRecords();
let autosave: Autosave | null = null;

/** Begins to keep the work in this browser; returns the function that ends it. Called once, by the app. */
export function startAutosave(): () => void {
  const saver = new Autosave({
    records,
    now: Date.now,
    playhead: () => useRun.getState().playhead,
    breakpoints: breakpointsOf,
  });
  autosave = saver;
  const unsubscribe = useRun.subscribe((run, before) => {
    if (!run.isPlaying && (before.isPlaying || run.playhead !== before.playhead)) saver.playheadMoved();
  });
  const unsubscribeStops = useStops.subscribe((stops, before) => {
    if (stops.breakpoints !== before.breakpoints) saver.breakpointsChanged();
  });
  const flushWhenHidden = () => {
    if (document.visibilityState === 'hidden') void saver.flush();
  };
  // Storage needs a moment that a closing page does not have: asking gives it that.
  const askWhenLosing = (event: BeforeUnloadEvent) => {
    if (!saver.isLosing) return;
    void saver.flush();
    event.preventDefault();
  };
  document.addEventListener('visibilitychange', flushWhenHidden);
  window.addEventListener('beforeunload', askWhenLosing);
  return () => {
    window.removeEventListener('beforeunload', askWhenLosing);
    document.removeEventListener('visibilitychange', flushWhenHidden);
    unsubscribe();
    unsubscribeStops();
    saver.stop();
    autosave = null;
  };
}

/** Saves what is not saved yet; resolves when it is safe, or when saving failed. */
export const flushAutosave = (): Promise<void> => autosave?.flush() ?? Promise.resolve();

/** The kept flows, the latest first; none when the browser forbids storage. */
export async function listRecent(): Promise<readonly RecentFlow[]> {
  await flushAutosave();
  const openId = useDocument.getState().id;
  return (await allRecords()).map(({ id, name, updatedAt, doc }) => ({
    id,
    name,
    updatedAt,
    nodes: countNodes(doc),
    isOpen: id === openId,
  }));
}

/** Records are not checked before they are opened, so whatever was stored is counted with care. */
function countNodes(doc: unknown): number {
  const nodes = typeof doc === 'object' && doc !== null && 'nodes' in doc ? doc.nodes : [];
  return Array.isArray(nodes) ? nodes.length : 0;
}

/**
 * Opens a kept flow under its own id, so that changes go back to its record. Answers with where its playhead stood,
 * or with what is wrong with the record; the flow on the canvas stays when it cannot be opened.
 */
export async function openRecent(id: string): Promise<Result<SavedFlow>> {
  await flushAutosave();
  const record = await withPatience(records.read(id), readPatienceMs).catch(() => null);
  return openRecord(record);
}

/** Opens the flow that was worked on last; null when there is none that can be opened. */
export async function openLastWork(): Promise<SavedFlow | null> {
  // One damaged record must not hide the others.
  for (const record of await allRecords()) {
    const opened = await openRecord(record);
    if (opened.ok) return opened.value;
  }
  return null;
}

async function openRecord(record: FlowRecord | null): Promise<Result<SavedFlow>> {
  // Behind the first picture of the page, which needs no document.
  const { parseFlow } = await import('#engine/model/parseFlow');
  const parsed = parseFlow(record?.doc, kinds);
  if (record === null || !parsed.ok) return { ok: false, problems: parsed.problems };
  autosave?.adopt(record.id, record.version, parsed.value);
  useDocument.getState().open(parsed.value, 'saved', record.id);
  const breakpoints = readBreakpoints(record.breakpoints);
  // What was set since in this tab is newer than what was kept.
  if (breakpointsOf(record.id).length === 0 && breakpoints.length > 0) useStops.setState({ breakpoints });
  return { ...parsed, value: { doc: parsed.value, playhead: record.playhead } };
}

/** Forgets a kept flow. The one on the canvas is kept anew with its next change. */
export async function deleteRecent(id: string): Promise<void> {
  await withPatience(records.remove(id)).catch(() => undefined);
}

async function allRecords(): Promise<readonly FlowRecord[]> {
  const all = await withPatience(records.all(), readPatienceMs).catch(() => []);
  return all.toSorted((a, b) => b.updatedAt - a.updatedAt);
}
