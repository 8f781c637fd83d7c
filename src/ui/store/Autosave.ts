import type { FlowDoc } from '#engine/model/FlowDoc';
import { useDocument, type DocumentState } from './documentStore';
import type { FlowRecord, FlowRecords } from './flowRecords';
import { freeName } from './freeName';
import { freshId } from './freshId';
import { SlowStorage, withPatience } from './patience';
import { useSaving, type SavingTrouble } from './savingStore';

/** Longest time between a change and its save, in milliseconds. */
export const saveWithinMs = 250;
const playheadWithinMs = 1_000;
const retryAfterMs = 5_000;

export interface AutosaveOptions {
  readonly records: FlowRecords;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly playhead: () => FlowRecord['playhead'];
  /** What is stopped at in a document. */
  readonly breakpoints?: (id: string) => readonly unknown[];
}

type Snapshot = Pick<DocumentState, 'id' | 'doc'>;

/**
 * Keeps the document in the browser, one record per document id. What was opened and can be opened again any time
 * (an example, an empty flow) is kept from its first change on. When another tab saved the same document in
 * between, this tab goes on with a copy of its own, so that neither overwrites the other.
 */
export class Autosave {
  private readonly tab = freshId();
  /** What this tab knows to be stored, by document id. */
  private readonly stored = new Map<string, { readonly version: number; readonly doc: FlowDoc }>();
  private unsaved: Snapshot | null = null;
  private timer: { readonly handle: ReturnType<typeof setTimeout>; readonly dueAt: number } | null = null;
  private queue: Promise<void> = Promise.resolve();
  private failing: SavingTrouble | null = null;
  private readonly unsubscribe: () => void;

  private readonly options: AutosaveOptions;

  constructor(options: AutosaveOptions) {
    this.options = options;
    this.unsubscribe = useDocument.subscribe((state, before) => this.onChange(state, before));
  }

  /** Says what a record held when it was read, so that only saves of other tabs count as such. */
  adopt(id: string, version: number, doc: FlowDoc): void {
    this.stored.set(id, { version, doc });
  }

  /** Says that the playhead moved: kept only for documents that are kept anyway. */
  playheadMoved(): void {
    this.keepBeside(playheadWithinMs);
  }

  /** The same of breakpoints, which somebody set and does not want to lose. */
  breakpointsChanged(): void {
    this.keepBeside(saveWithinMs);
  }

  /** Whether closing the page now would lose a change of the document. */
  get isLosing(): boolean {
    return this.unsaved !== null && this.unsaved.doc !== this.stored.get(this.unsaved.id)?.doc;
  }

  /** Saves at once what is not saved yet. Resolves when that is done or has failed; never rejects. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer.handle);
    this.timer = null;
    const snapshot = this.unsaved;
    this.unsaved = null;
    if (snapshot !== null) this.queue = this.queue.then(() => this.save(snapshot));
    return this.queue;
  }

  stop(): void {
    this.unsubscribe();
    if (this.timer !== null) clearTimeout(this.timer.handle);
  }

  private keepBeside(withinMs: number): void {
    const state = useDocument.getState();
    if (!this.stored.has(state.id)) return;
    this.unsaved ??= state;
    this.schedule(withinMs);
  }

  private onChange(state: DocumentState, before: DocumentState): void {
    if (state.id !== before.id) {
      // A copy of this very document carries its unsaved changes along; another document leaves them behind.
      if (this.unsaved?.id === before.id && state.origin !== 'copy') void this.flush();
      this.unsaved = isKeptAtOnce(state) ? state : null;
      useSaving.setState({ status: this.stored.has(state.id) ? 'saved' : 'clean' });
    } else if (state.doc !== before.doc) {
      this.unsaved = state;
      useSaving.setState({ status: 'saving' });
    }
    if (this.unsaved !== null) this.schedule(saveWithinMs);
  }

  private schedule(delayMs: number): void {
    const dueAt = this.options.now() + delayMs;
    if (this.timer !== null && this.timer.dueAt <= dueAt) return;
    if (this.timer !== null) clearTimeout(this.timer.handle);
    this.timer = { handle: setTimeout(() => void this.flush(), delayMs), dueAt };
  }

  private async save(snapshot: Snapshot): Promise<void> {
    useSaving.setState({ status: 'saving' });
    try {
      await withPatience(this.write(snapshot));
      this.failing = null;
      useSaving.setState({ status: this.unsaved === null ? 'saved' : 'saving' });
    } catch (error) {
      this.fail(troubleOf(error));
      this.unsaved ??= snapshot;
      this.schedule(retryAfterMs);
    }
  }

  private async write({ id, doc }: Snapshot): Promise<void> {
    const { records, now, playhead, breakpoints } = this.options;
    const known = this.stored.get(id);
    let isForeign = false;
    await records.replace(id, (record) => {
      isForeign = record !== null && record.savedBy !== this.tab && record.version !== known?.version;
      if (isForeign) return null;
      const version = (record?.version ?? 0) + 1;
      this.stored.set(id, { version, doc });
      const stops = breakpoints?.(id) ?? [];
      return {
        id,
        name: doc.name,
        updatedAt: now(),
        version,
        savedBy: this.tab,
        doc,
        playhead: playhead(),
        ...(stops.length === 0 ? {} : { breakpoints: stops }),
      };
    });
    // A tab that only looked on has nothing of its own to keep.
    if (isForeign && known?.doc !== doc) await this.keepCopy({ id, doc });
  }

  private async keepCopy({ id, doc }: Snapshot): Promise<void> {
    useSaving.setState({ trouble: { reason: 'copied' } });
    const state = useDocument.getState();
    if (state.id === id) {
      useDocument.setState({ id: freshId(), origin: 'copy', doc: asCopy(state.doc) });
    } else {
      await this.write({ id: freshId(), doc: asCopy(doc) });
    }
  }

  /** Says a trouble once, not with every edit that cannot be kept. */
  private fail(reason: SavingTrouble): void {
    const isNew = this.failing !== reason;
    this.failing = reason;
    useSaving.setState({ status: 'failed', ...(isNew ? { trouble: { reason } } : {}) });
  }
}

/** What somebody sent or gave is kept at once: it may not be at hand a second time. */
const isKeptAtOnce = ({ origin }: DocumentState): boolean =>
  origin === 'link' || origin === 'file' || origin === 'copy';

const asCopy = (doc: FlowDoc): FlowDoc => ({ ...doc, name: freeName(doc.name, new Set([doc.name])) });

function troubleOf(error: unknown): SavingTrouble {
  if (error instanceof SlowStorage) return 'slow';
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'denied';
}
