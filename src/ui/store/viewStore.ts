import { create } from 'zustand';
import type { FlowNode, WireEnd } from '#engine/model/FlowDoc';
import type { Token } from '#engine/model/NodeKind';
import type { Place } from '#engine/runtime/Trace';
import { readPreferences, writePreferences, type Preferences } from './preferences';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Selection {
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
}

export type DialogId =
  | 'share'
  | 'gallery'
  | 'recent'
  | 'openFile'
  | 'importLog'
  | 'publish'
  | 'problems'
  | 'link'
  | 'commands'
  | 'help';

/** What covers the lower part of a small screen. */
export type Sheet = 'add' | 'outline' | 'inspector' | 'bottom';

export type InspectorTab = 'setup' | 'automaton' | 'metrics';

/** What the palette offers: a kind with the settings of one of its presets. */
export interface PaletteItem {
  readonly kind: string;
  readonly preset: string;
}

/** Where a new node is wanted, in canvas coordinates, and the wire end that waits for it. */
export interface QuickAdd extends Point {
  readonly from?: WireEnd;
}

export interface Toast {
  readonly text: string;
  readonly tone: 'info' | 'success' | 'warn' | 'danger';
  /** Whether it offers to take the last change back. */
  readonly canUndo?: boolean;
}

/** What a context menu was opened on; `x` and `y` in pixels of the window, `at` on the canvas. */
export interface ContextTarget extends Point {
  readonly on: 'canvas' | 'node' | 'wire' | 'moment';
  /** The node or wire; empty for others. */
  readonly id: string;
  readonly at: Point;
  /** When it was opened on an event that waits in a node: which one, and in which queue. */
  readonly waiting?: { readonly event: number; readonly queue: string };
  /** When it was opened on a moment of the run: which one, and the event that it is about. */
  readonly moment?: { readonly place: Place; readonly token: Token | null };
}

/** The list of ends to wire a node to, or to put an existing wire on. */
export type ConnectChooser = { readonly node: string } | { readonly wire: string };

/** What the canvas lets others do with its viewport. Canvas coordinates are those of `FlowNode.x` and `y`. */
export interface CanvasApi {
  /** Shows the whole flow, or these nodes. */
  readonly fitView: (nodes?: readonly string[]) => void;
  /** 1 is 100 %. */
  readonly zoomTo: (level: number) => void;
  readonly zoomBy: (factor: number) => void;
  /** The middle of what is visible. */
  readonly centre: () => Point;
  /** Moves as little as it takes to see these nodes whole; nothing when they are in view. */
  readonly reveal: (nodes: readonly string[]) => void;
  /** Brings a node into view, and the keyboard focus to the canvas. */
  readonly focusNode: (id: string) => void;
  /** What takes the keyboard focus of the canvas. */
  readonly element: () => HTMLElement | null;
  /** Brings the keyboard focus to the canvas for somebody who works with the pointer. */
  readonly focusByPointer: () => void;
  /** From pixels of the window to canvas coordinates, and back. */
  readonly toCanvas: (point: Point) => Point;
  readonly toScreen: (point: Point) => Point;
  /** The size of a node's face at 100 %, also of a node that is not drawn yet. */
  readonly sizeOf: (node: FlowNode) => Size;
}

interface ViewData extends Preferences {
  readonly selection: Selection;
  /** Number of the event that is followed with a ring, or null. */
  readonly selectedEvent: number | null;
  /** The followed event with those that led to it and those that follow from it: all others fade. Null: none. */
  readonly family: ReadonlySet<number> | null;
  readonly dialog: DialogId | null;
  readonly inspectorTab: InspectorTab;
  /** Id of the tab of the bottom panel that is shown: see `panels/bottom/tabs`. */
  readonly bottomTab: string;
  /** Only on small screens: which sheet is up. */
  readonly sheet: Sheet | null;
  /** Where there is room: whether the outline stands beside the canvas. */
  readonly isOutlineShown: boolean;
  /** The port that the next clicked port will be wired to. */
  readonly connectFrom: WireEnd | null;
  readonly connectChooser: ConnectChooser | null;
  readonly placing: PaletteItem | null;
  readonly quickAdd: QuickAdd | null;
  readonly contextMenu: ContextTarget | null;
  readonly renaming: string | null;
  readonly toast: Toast | null;
  readonly zoom: number;
  readonly canvasApi: CanvasApi | null;
}

export interface ViewState extends ViewData {
  readonly select: (selection: Partial<Selection>) => void;
  readonly clearSelection: () => void;
  readonly selectEvent: (number: number | null) => void;
  readonly prefer: (preferences: Partial<Preferences>) => void;
  readonly openDialog: (dialog: DialogId) => void;
  readonly closeDialog: () => void;
  readonly showInspector: (tab: InspectorTab) => void;
  readonly showBottom: (tab: string) => void;
  readonly showSheet: (sheet: Sheet | null) => void;
  /** On either sort of screen. */
  readonly showOutline: (isShown: boolean) => void;
  readonly startConnecting: (from: WireEnd | null) => void;
  readonly openConnectChooser: (chooser: ConnectChooser | null) => void;
  readonly startPlacing: (item: PaletteItem | null) => void;
  readonly openQuickAdd: (where: QuickAdd | null) => void;
  readonly openContextMenu: (target: ContextTarget) => void;
  readonly closeContextMenu: () => void;
  readonly startRenaming: (node: string | null) => void;
  readonly showToast: (toast: Toast | null) => void;
  readonly setZoom: (zoom: number) => void;
  readonly setCanvasApi: (api: CanvasApi | null) => void;
  /** Leaves the innermost thing that is open or armed; false when there was none. */
  readonly escape: () => boolean;
}

const nothing: Selection = { nodes: [], wires: [] };

/** Who belongs to it is found out by whoever asks the run. */
function following(number: number | null): Pick<ViewData, 'selectedEvent' | 'family'> {
  return { selectedEvent: number, family: number === null ? null : new Set([number]) };
}

/** What a person looks at: nothing here is part of the document or of the run. */
export const useView = create<ViewState>((set, get) => ({
  ...readPreferences(),
  selection: nothing,
  selectedEvent: null,
  family: null,
  dialog: null,
  inspectorTab: 'setup',
  bottomTab: 'timeline',
  sheet: null,
  isOutlineShown: false,
  connectFrom: null,
  connectChooser: null,
  placing: null,
  quickAdd: null,
  contextMenu: null,
  renaming: null,
  toast: null,
  zoom: 1,
  canvasApi: null,

  select: (selection) => set({ selection: { ...nothing, ...selection } }),
  clearSelection: () => set({ selection: nothing }),
  selectEvent: (selectedEvent) => set(following(selectedEvent)),
  prefer(preferences) {
    set(preferences);
    const { theme, language, reducedMotion, singleKeys, snap, wheel, sections } = get();
    writePreferences({ theme, language, reducedMotion, singleKeys, snap, wheel, sections });
  },
  openDialog: (dialog) => set({ dialog, contextMenu: null, quickAdd: null }),
  closeDialog: () => set({ dialog: null }),
  showInspector: (inspectorTab) => set({ inspectorTab, sheet: 'inspector' }),
  showBottom: (bottomTab) => set({ bottomTab, sheet: 'bottom' }),
  showSheet: (sheet) => set({ sheet }),
  showOutline: (isOutlineShown) => set({ isOutlineShown, sheet: isOutlineShown ? 'outline' : null }),
  startConnecting: (connectFrom) => set({ connectFrom }),
  openConnectChooser: (connectChooser) => set({ connectChooser, contextMenu: null }),
  startPlacing: (placing) => set({ placing }),
  openQuickAdd: (quickAdd) => set({ quickAdd, contextMenu: null }),
  openContextMenu(contextMenu) {
    const { selection } = get();
    const { on, id } = contextMenu;
    // A menu acts on the selection: what it was opened on joins it by replacing it, unless it is in it already.
    if (on === 'node' && !selection.nodes.includes(id)) set({ selection: { nodes: [id], wires: [] } });
    if (on === 'wire' && !selection.wires.includes(id)) set({ selection: { nodes: [], wires: [id] } });
    set({ contextMenu, quickAdd: null });
  },
  closeContextMenu: () => set({ contextMenu: null }),
  startRenaming: (renaming) => set({ renaming }),
  showToast: (toast) => set({ toast }),
  setZoom: (zoom) => set({ zoom }),
  setCanvasApi: (canvasApi) => set({ canvasApi }),
  escape() {
    const change = escapeOf(get());
    if (change !== null) set(change);
    return change !== null;
  },
}));

function escapeOf(view: ViewData): Partial<ViewData> | null {
  if (view.contextMenu !== null) return { contextMenu: null };
  if (view.quickAdd !== null) return { quickAdd: null };
  if (view.dialog !== null) return { dialog: null };
  if (view.renaming !== null) return { renaming: null };
  if (view.connectChooser !== null) return { connectChooser: null };
  if (view.connectFrom !== null) return { connectFrom: null };
  if (view.placing !== null) return { placing: null };
  if (view.selectedEvent !== null) return following(null);
  if (view.selection.nodes.length + view.selection.wires.length > 0) return { selection: nothing };
  return null;
}
