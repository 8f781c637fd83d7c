import type { ComponentType } from 'react';
import type { EventType, FlowNode } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { Port, Token } from '#engine/model/NodeKind';
import type { Standing } from '#engine/model/protocols/ProtocolPlan';
import type { Broken } from '#engine/model/protocols/ProtocolReport';
import type { NodeFrame } from '#engine/runtime/Trace';

/** How much of a node is drawn; its box never changes. */
export type ZoomLevel = 'full' | 'compact' | 'silhouette' | 'block';

/** What a face is drawn from. The time that goes on between two steps comes from `LiveTimeContext`. */
export interface FaceProps {
  readonly node: FlowNode;
  readonly settings: Settings;
  /** Null before the run has its first picture. */
  readonly frame: NodeFrame | null;
  /** The lifecycle state in the language of the page. */
  readonly stateWord: string;
  readonly eventTypes: readonly EventType[];
  readonly zoomLevel: ZoomLevel;
  readonly isSelected: boolean;
  readonly nodeNames: (node: number) => string;
  /** The name of the node that a wire leads to, by index of the wire. */
  readonly wireTargets: (wire: number) => string;
  /** How far along the side of the node a wire ends, by index of the wire: what belongs to wires stands in their order. */
  readonly wirePlaces?: (wire: number) => number;
}

export interface FaceSize {
  readonly width: number;
  readonly height: number;
}

/** Everything that the picture knows of one node kind. */
export interface KindFace {
  readonly Face: ComponentType<FaceProps>;
  /** The sign for palette, lists and the silhouette zoom level. */
  readonly Icon: ComponentType<{ readonly settings: Settings; readonly size?: number }>;
  /** Of the box at 100 %; depends on nothing but settings, so that nothing moves while a run plays. */
  readonly size: (settings: Settings) => FaceSize;
  /** Where a port sits, when not in the middle of its side: pixels from the top left corner. */
  readonly portAt?: (settings: Settings, port: Port) => { readonly x: number; readonly y: number } | null;
  /** Over how many pixels the ends of several wires may spread along the side of one port. */
  readonly spread: (settings: Settings) => number;
  /** The one number worth saying: in the name that is read out and at low zoom. Null for none. */
  readonly figure: (settings: Settings, view: unknown) => Figure | null;
  /** How the protocols of the node stand, and what is parked for them; null where it has none. */
  readonly monitors?: (view: unknown) => Monitors | null;
  /** How many events lie in it: waiting to be taken, and being worked on. */
  readonly holds?: (view: unknown) => Held;
  /** True while the node waits for an answer over this wire (index) to this node (index). */
  readonly isCalling: (view: unknown, wire: number, target: number) => boolean;
  /** Lies behind the others, is held by its edge and name, and takes nodes that are put into it along. */
  readonly isFrame: boolean;
  /** How it is drawn on the minimap, by what the sign stands for. */
  readonly mapShape: (settings: Settings) => 'pentagon' | 'rails' | 'box' | 'dashed' | 'cylinder' | 'note';
  /** Name of the preset whose text names it, such as `bus.queue` in the catalogue area of kinds. */
  readonly presetOf: (settings: Settings) => string;
}

/** What is shown of the protocols of a node. */
export interface Monitors {
  readonly protocols: readonly MonitorLook[];
  readonly parked: { readonly tokens: readonly Token[]; readonly count: number };
}

export interface MonitorLook {
  readonly id: string;
  /** How many keys stand how. */
  readonly standings: Readonly<Record<Standing, number>>;
  readonly isUnknown: boolean;
  /** Where it was broken first. */
  readonly first: Broken | null;
  /** How many events it rejected, or sent to the dead letters. */
  readonly keptOut: number;
  /** States of its automaton, and how many keys are in each that are not broken; the 12 with most. */
  readonly tokens: readonly (readonly [state: number, keys: number])[];
}

/** Events in a node. */
export interface Held {
  readonly queued: number;
  readonly working: number;
}

/** `used` of `total`, such as busy workers; a total of Infinity or null leaves a mere count. */
export interface Figure {
  readonly used: number;
  readonly total: number | null;
}
