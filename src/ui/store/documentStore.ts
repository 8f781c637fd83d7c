import { produce } from 'immer';
import { create } from 'zustand';
import type {
  EventType,
  Fault,
  FlowDoc,
  FlowNode,
  Intervention,
  Protocol,
  Wire,
} from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { newDocument } from '#engine/model/newDocument';
import type { TextKey, TextValues } from '#ui/i18n/catalogue';
import { doesRun } from './doesRun';
import { engineSees } from './engineSees';
import { freshId } from './freshId';

type Editable<T> = { -readonly [Key in keyof T]: T[Key] };
type EditableSettings = { settings: Record<string, Json> };

/** A document under an edit: change its parts in place, or put new ones in. Values of settings are replaced whole. */
export type FlowDraft = Editable<
  Omit<FlowDoc, 'eventTypes' | 'nodes' | 'wires' | 'interventions' | 'faults' | 'protocols'>
> & {
  eventTypes: Editable<EventType>[];
  nodes: (Editable<FlowNode> & EditableSettings)[];
  wires: (Editable<Wire> & EditableSettings)[];
  interventions: Editable<Intervention>[];
  faults: (Editable<Fault> & EditableSettings)[];
  protocols: (Editable<Protocol> & EditableSettings)[];
};

/** What an edit is called, in whatever language the page speaks at the moment. */
export interface NamedEdit {
  readonly label: TextKey;
  readonly values: TextValues;
}

/** One entry of the undo list. The documents share all parts that did not change. */
export interface HistoryEntry extends NamedEdit {
  readonly before: FlowDoc;
  readonly after: FlowDoc;
  /** Edits in a row with the same key are one entry; null never merges. */
  readonly merge: string | null;
}

/** Where an opened document came from. Only `saved` and `copy` are known to the list of recent flows. */
export type Origin = 'new' | 'example' | 'link' | 'file' | 'saved' | 'copy';

export interface DocumentState {
  /** Names the record that autosave keeps; a new one for everything that is opened from outside. */
  readonly id: string;
  readonly origin: Origin;
  readonly doc: FlowDoc;
  /** Grows only when a run of the document could differ: see `engineSees`. */
  readonly revision: number;
  /** Oldest first; at most `historyLimit`. */
  readonly undoStack: readonly HistoryEntry[];
  readonly redoStack: readonly HistoryEntry[];
  /** Changes the document. An edit that changes nothing leaves no entry. */
  readonly edit: (
    label: TextKey,
    values: TextValues,
    recipe: (draft: FlowDraft) => void,
    options?: { readonly merge?: string },
  ) => void;
  /** Ends a gesture: the next edit starts an entry of its own whatever its merge key. */
  readonly endGesture: () => void;
  readonly undo: () => NamedEdit | null;
  readonly redo: () => NamedEdit | null;
  /** Puts another document in place, with an empty history. Without an id it becomes a document of its own. */
  readonly open: (doc: FlowDoc, origin: Origin, id?: string) => void;
}

export const historyLimit = 200;

/** The document that is on the canvas, and the way back. */
export const useDocument = create<DocumentState>((set, get) => ({
  id: freshId(),
  origin: 'new',
  doc: newDocument(''),
  revision: 0,
  undoStack: [],
  redoStack: [],

  edit(label, values, recipe, options) {
    set((state) => {
      // A recipe may answer with an expression's value; only what it did to the draft counts.
      const after = produce(state.doc, (draft) => {
        recipe(draft);
      });
      if (after === state.doc) return state;
      const merge = options?.merge ?? null;
      const entry = { label, values, merge, before: state.doc, after };
      return { ...withDoc(state, after), undoStack: withEntry(state.undoStack, entry), redoStack: [] };
    });
  },

  endGesture() {
    set((state) => {
      const last = state.undoStack.at(-1);
      if (last === undefined || last.merge === null) return state;
      return { undoStack: [...state.undoStack.slice(0, -1), { ...last, merge: null }] };
    });
  },

  undo() {
    const state = get();
    const entry = state.undoStack.at(-1);
    if (entry === undefined) return null;
    set({
      ...withDoc(state, entry.before),
      undoStack: state.undoStack.slice(0, -1),
      redoStack: [...state.redoStack, { ...entry, merge: null }],
    });
    return entry;
  },

  redo() {
    const state = get();
    const entry = state.redoStack.at(-1);
    if (entry === undefined) return null;
    set({
      ...withDoc(state, entry.after),
      undoStack: [...state.undoStack, entry],
      redoStack: state.redoStack.slice(0, -1),
    });
    return entry;
  },

  open(doc, origin, id = freshId()) {
    set((state) => ({ id, origin, doc, revision: state.revision + 1, undoStack: [], redoStack: [] }));
  },
}));

function withDoc(state: DocumentState, doc: FlowDoc): Pick<DocumentState, 'doc' | 'revision'> {
  return { doc, revision: state.revision + (engineSees(state.doc, doc, doesRun) ? 1 : 0) };
}

function withEntry(stack: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const last = stack.at(-1);
  if (last !== undefined && entry.merge !== null && last.merge === entry.merge) {
    return [...stack.slice(0, -1), { ...entry, before: last.before }];
  }
  return [...stack, entry].slice(-historyLimit);
}
