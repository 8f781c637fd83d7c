import type { Token } from '#engine/model/NodeKind';
import type { HoldingName } from '#engine/model/waits';

/** A stretch of virtual time that is to be drawn, and into how many columns it may be summed up. */
export interface LaneQuery {
  readonly fromUs: number;
  readonly toUs: number;
  readonly columns: number;
}

/** Something that a node does for one event over a stretch of time. */
export interface LaneBar {
  readonly node: number;
  /** Places beside each other, from 0: two that overlap in one node have different ones. */
  readonly slot: number;
  readonly what: HoldingName;
  readonly token: Token;
  /** Whether time passes and nothing can be done. */
  readonly isHeld: boolean;
  readonly fromUs: number;
  readonly toUs: number;
}

/** A stretch of time that a node spends in one lifecycle state. */
export interface LaneState {
  readonly node: number;
  readonly state: string;
  readonly fromUs: number;
  readonly toUs: number;
  /**
   * When it ends, also where that is beyond the window: infinite if the run ends first, null if it is not known. Beyond
   * the window only stalls are looked after.
   */
  readonly endUs: number | null;
}

/** Something that happened to an event at a node. */
export interface LaneMark {
  readonly node: number;
  readonly timeUs: number;
  readonly step: number;
  readonly token: Token;
  readonly isDead: boolean;
}

/** A message on its way from node to node. */
export interface LaneWay {
  readonly from: number;
  readonly to: number;
  readonly token: Token | null;
  readonly departUs: number;
  readonly arriveUs: number;
  readonly isDeadLetter: boolean;
}

/** How many wait in a node: time and count in turn, each holding until the next. */
export interface LaneDepth {
  readonly node: number;
  readonly points: readonly number[];
}

/** One node, summed up by columns: shares from 0 to 1 of being at work and of being stalled, and how many wait. */
export interface LaneSum {
  readonly busy: readonly number[];
  readonly held: readonly number[];
  readonly depth: readonly number[];
}

/** What happened in a stretch of time: every single thing, or, where that is too much, summed up by columns. */
export interface LaneWindow {
  readonly fromUs: number;
  readonly toUs: number;
  /** Nothing later is known yet. */
  readonly knownUs: number;
  readonly bars: readonly LaneBar[];
  readonly states: readonly LaneState[];
  readonly marks: readonly LaneMark[];
  readonly ways: readonly LaneWay[];
  readonly depths: readonly LaneDepth[];
  /** By node; null where single things are told. */
  readonly sums: readonly LaneSum[] | null;
}
