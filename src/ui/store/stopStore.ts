import { create } from 'zustand';
import type { Stop, StopDirection, StopFailure, StopHit, StopRule } from '#engine/runtime/stops/StopRule';
import { useDocument } from './documentStore';

/** A stop that a person set: a matter of the view, kept beside the flow and never part of it or of its run. */
export interface Breakpoint extends Stop {
  readonly isOn: boolean;
}

/** Why the playhead stands where it stands, as long as it stands there. */
export interface Stopped {
  readonly step: number;
  readonly timeUs: number;
  readonly hits: readonly StopHit[];
  /** What the hits name. */
  readonly stops: readonly Stop[];
}

/** What came of looking for a stop: it is being looked for, or reached. */
export type Told =
  | { readonly what: 'looking'; readonly direction: StopDirection; readonly knownStep: number }
  | ({ readonly what: 'stopped' } & Stopped);

export interface StopState {
  readonly breakpoints: readonly Breakpoint[];
  readonly told: Told | null;
  /** When the present run has stopped so far, in virtual microseconds, the latest last. */
  readonly placesUs: readonly number[];
  /** Conditions that had no value somewhere, as far as was looked in the present run. */
  readonly failures: readonly StopFailure[];
  /** Adds one, or turns on the one that is there; answers with its id. */
  readonly add: (rule: StopRule, nth?: number) => string;
  readonly change: (id: string, change: Partial<Omit<Breakpoint, 'id'>>) => void;
  readonly remove: (id: string) => void;
  readonly removeAll: () => void;
  readonly turnAll: (isOn: boolean) => void;
}

/** More would be nobody's, and the engine asks each of them at every step. */
export const mostBreakpoints = 100;

/** Marks that can still be told apart on a timeline. */
const mostPlaces = 60;

/** Of documents that were looked at before, by their id. */
const others = new Map<string, readonly Breakpoint[]>();

/** The breakpoints of the document on the canvas, and what came of them. */
export const useStops = create<StopState>((set, get) => ({
  breakpoints: [],
  told: null,
  placesUs: [],
  failures: [],

  add(rule, nth = 1) {
    const { breakpoints } = get();
    const same = breakpoints.find((one) => isSameRule(one.rule, rule));
    if (same !== undefined) {
      get().change(same.id, { isOn: true, nth });
      return same.id;
    }
    const id = freeId(breakpoints);
    set({ breakpoints: [...breakpoints, { id, rule, nth, isOn: true }].slice(-mostBreakpoints) });
    return id;
  },
  change: (id, change) =>
    set({ breakpoints: get().breakpoints.map((one) => (one.id === id ? { ...one, ...change } : one)) }),
  remove: (id) => set({ breakpoints: get().breakpoints.filter((one) => one.id !== id) }),
  removeAll: () => set({ breakpoints: [] }),
  turnAll: (isOn) => set({ breakpoints: get().breakpoints.map((one) => ({ ...one, isOn })) }),
}));

/** Tells why the playhead is where it is now or will be in a moment. */
export function noteStopped(stopped: Stopped): void {
  const { placesUs } = useStops.getState();
  const { timeUs } = stopped;
  const places = placesUs.includes(timeUs) ? placesUs : [...placesUs, timeUs].slice(-mostPlaces);
  useStops.setState({ told: { what: 'stopped', ...stopped }, placesUs: places });
}

/** Takes down which conditions failed. Whatever there is to see of them changes only when they do. */
export function noteFailures(failures: readonly StopFailure[]): void {
  const known = useStops.getState().failures;
  const merged = [...known.filter(({ stop }) => failures.every((one) => one.stop !== stop)), ...failures];
  if (JSON.stringify(merged) !== JSON.stringify(known)) useStops.setState({ failures: merged });
}

/** Takes the breakpoints along with documents. Returns what ends it. */
export function keepStopsByDocument(): () => void {
  return useDocument.subscribe((now, before) => {
    if (now.id === before.id) return;
    others.set(before.id, useStops.getState().breakpoints);
    // A copy of this very document is what is looked at now.
    if (now.origin === 'copy') return;
    useStops.setState({ breakpoints: others.get(now.id) ?? [], told: null, placesUs: [], failures: [] });
  });
}

/** The breakpoints of a document that is or was on the canvas. */
export function breakpointsOf(id: string): readonly Breakpoint[] {
  return id === useDocument.getState().id ? useStops.getState().breakpoints : (others.get(id) ?? []);
}

export function isSameRule(one: StopRule, other: StopRule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function freeId(taken: readonly Stop[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `b${number}`)) number += 1;
  return `b${number}`;
}
