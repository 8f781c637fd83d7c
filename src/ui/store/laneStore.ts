import { create } from 'zustand';

/** The stretch of virtual time that the lanes show. */
export interface LaneView {
  readonly fromUs: number;
  readonly spanUs: number;
}

interface LaneState {
  /** Where a person has moved the view to; null as long as it turns its pages with the playhead. */
  readonly view: LaneView | null;
  /** How far the usual span is zoomed in, as a power of two. */
  readonly zoom: number;
  /** Ids of nodes whose lanes are hidden. */
  readonly hidden: ReadonlySet<string>;
  readonly setView: (view: LaneView | null) => void;
  readonly setZoom: (zoom: number) => void;
  readonly hide: (id: string) => void;
  readonly showAll: () => void;
}

/** What a person looks at on the lanes: part of neither the document nor the run. */
export const useLanes = create<LaneState>((set, get) => ({
  view: null,
  zoom: 0,
  hidden: new Set(),
  setView: (view) => set({ view }),
  setZoom: (zoom) => set({ zoom }),
  hide: (id) => set({ hidden: new Set([...get().hidden, id]) }),
  showAll: () => set({ hidden: new Set() }),
}));
