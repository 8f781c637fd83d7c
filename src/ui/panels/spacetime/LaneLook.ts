import type { EventType } from '#engine/model/FlowDoc';
import type { LaneState } from '#engine/runtime/lanes/LaneWindow';
import type { Sprites } from '#ui/look/drawToken';
import type { Palette } from '#ui/look/tokens';
import type { LaneView } from '#ui/store/laneStore';

export const laneHeight = 23;
export const barHeight = 13;

/** How the lanes are laid out and coloured. */
export interface LaneLook {
  readonly view: LaneView;
  /** Of the picture, in pixels. */
  readonly width: number;
  /** The lane of each node, or undefined for nodes without one. */
  readonly laneOf: ReadonlyMap<number, number>;
  readonly lanes: number;
  readonly palette: Palette;
  readonly sprites: Sprites;
  /** Fills what waits; null where a browser gives none. */
  readonly hatching: CanvasPattern | null;
  readonly eventTypes: readonly EventType[];
  /** States in which time passes and nothing can be done in the node. */
  readonly isStalled: (node: number, state: string) => boolean;
  /** States in which a node rests: nothing is drawn. */
  readonly isResting: (node: number, state: string) => boolean;
  /** A state and how long it lasts, to be written on it; the run may be known only up to somewhere in its tile. */
  readonly wordOf: (state: LaneState, isGrowing: boolean) => string;
  /** Number of the event that is followed, or null; and the numbers of all that have to do with it. */
  readonly selectedEvent: number | null;
  readonly family: ReadonlySet<number> | null;
  readonly ticks: readonly number[];
}

/** What has nothing to do with the followed event fades. */
const fadedAlpha = 0.35;

/** Where a time is, in pixels. */
export function xOf({ view, width }: Pick<LaneLook, 'view' | 'width'>, timeUs: number): number {
  return ((timeUs - view.fromUs) / view.spanUs) * width;
}

/** The middle of a lane, in pixels. */
export function yOf(lane: number): number {
  return (lane + 0.5) * laneHeight;
}

/** How strongly something of an event is drawn. */
export function alphaOf({ family }: Pick<LaneLook, 'family'>, number: number | undefined): number {
  return family === null || (number !== undefined && family.has(number)) ? 1 : fadedAlpha;
}
