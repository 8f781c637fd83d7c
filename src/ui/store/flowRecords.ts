import { createStore, del, entries, get, update, type UseStore } from 'idb-keyval';

/** What the browser keeps of one document. `doc` is whatever was stored: it goes through the importer before use. */
export interface FlowRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Grows with every save, so that a tab notices when another one saved in between. */
  readonly version: number;
  /** The tab that saved last. */
  readonly savedBy: string;
  readonly doc: unknown;
  readonly playhead: { readonly step: number; readonly timeUs: number };
  /** What a person wants to stop at, as it was stored: see `readBreakpoints`. */
  readonly breakpoints?: unknown;
}

/** The browser's drawer of documents. Every function may reject: storage can be denied, full or wiped. */
export interface FlowRecords {
  readonly read: (id: string) => Promise<FlowRecord | null>;
  readonly all: () => Promise<readonly FlowRecord[]>;
  /** Replaces the record by what `next` makes of it, in one transaction; null leaves it as it is. */
  readonly replace: (id: string, next: (stored: FlowRecord | null) => FlowRecord | null) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** Documents in IndexedDB, which keeps what it confirmed even when the browser is killed. */
export function createFlowRecords(): FlowRecords {
  let store: UseStore | null = null;
  const inStore = async <T>(work: (store: UseStore) => Promise<T>): Promise<T> => {
    const isOld = store !== null;
    try {
      store ??= createStore('busbar', 'flows');
      return await work(store);
    } catch (error) {
      store = null;
      // An old connection may have been closed by a wipe of the site's data: a new one is worth a try.
      if (!isOld) throw error;
      store = createStore('busbar', 'flows');
      return work(store);
    }
  };
  return {
    read: (id) => inStore(async (store) => asRecord(await get<unknown>(id, store))),
    all: () =>
      inStore(async (store) => {
        const found = await entries<string, unknown>(store);
        return found.map(([, value]) => asRecord(value)).filter((record) => record !== null);
      }),
    replace: (id, next) =>
      inStore((store) =>
        update<unknown>(
          id,
          (stored) => {
            const record = asRecord(stored);
            return next(record) ?? stored;
          },
          store,
        ),
      ),
    remove: (id) => inStore((store) => del(id, store)),
  };
}

function asRecord(value: unknown): FlowRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, updatedAt, version, savedBy, doc, playhead, breakpoints } = value as Partial<
    Record<string, unknown>
  >;
  if (typeof id !== 'string' || typeof updatedAt !== 'number' || typeof version !== 'number') return null;
  return {
    id,
    name: typeof name === 'string' ? name : '',
    updatedAt,
    version,
    savedBy: typeof savedBy === 'string' ? savedBy : '',
    doc,
    playhead: asPlayhead(playhead),
    ...(breakpoints === undefined ? {} : { breakpoints }),
  };
}

function asPlayhead(value: unknown): FlowRecord['playhead'] {
  if (typeof value !== 'object' || value === null) return { step: 0, timeUs: 0 };
  const { step, timeUs } = value as Partial<Record<string, unknown>>;
  return { step: wholeNumber(step), timeUs: wholeNumber(timeUs) };
}

const wholeNumber = (value: unknown) => (Number.isSafeInteger(value) ? Math.max(0, Number(value)) : 0);
