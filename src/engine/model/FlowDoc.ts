import type { Json } from './Json';
import type { Settings } from './fields';

export type TokenShape = 'circle' | 'diamond' | 'square' | 'triangle' | 'hexagon' | 'star';

/** What kind of thing happened. Hue and shape belong to the event type and to nothing else. */
export interface EventType {
  /** `[A-Za-z0-9_-]{1,64}`, unique in the document; what settings refer to. */
  readonly id: string;
  /** What people and patterns call it, such as `OrderPlaced` or `orders.placed`. */
  readonly name: string;
  readonly shape: TokenShape;
  /** Slot 1 to 6 of the palette. */
  readonly colour: number;
  /** The second round of shapes, drawn hollow. */
  readonly outline: boolean;
}

export interface FlowNode {
  readonly id: string;
  /** The id of a registered node kind. */
  readonly kind: string;
  readonly name: string;
  /** Top left corner on the canvas, in pixels at 100 %. Never read by the engine. */
  readonly x: number;
  readonly y: number;
  /** Only for kinds that can be resized (notes and groups). */
  readonly width?: number;
  readonly height?: number;
  /** The id of the group that this node belongs to. */
  readonly group?: string;
  readonly settings: Settings;
}

export interface WireEnd {
  readonly node: string;
  readonly port: string;
}

export interface Wire {
  readonly id: string;
  readonly from: WireEnd;
  readonly to: WireEnd;
  readonly settings: Settings;
}

/** Something a person did during a run: part of what the run is a function of. */
export type InterventionAction =
  | {
      readonly do: 'publish';
      readonly node: string;
      /** Event type id. */
      readonly type: string;
      readonly key: string;
      readonly data: Json;
    }
  | {
      readonly do: 'pause' | 'resume' | 'crash' | 'revive';
      /** A node, or a group, which stands for everything in it. */
      readonly node: string;
    }
  | {
      readonly do: 'advance';
      /** The node in which an event waits. */
      readonly node: string;
      /** The number of the event. */
      readonly event: number;
      /** The name of the queue, as its node tells it; empty for each in which it waits. */
      readonly queue: string;
    }
  /** `message` is the key of a pending step, see `PendingStep.key`. */
  | { readonly do: 'drop' | 'duplicate'; readonly message: string }
  | {
      readonly do: 'pick';
      readonly message: string;
      /** What chance decides in this step, where it is prescribed: see `ForcedLuck`. */
      readonly luck?: readonly number[];
    }
  /** A fault that begins now and lasts as long as it says; `settings` are those of `handFaultFields`. */
  | { readonly do: 'fault'; readonly settings: Settings };

export interface Intervention {
  readonly id: string;
  /** Virtual time in whole microseconds. */
  readonly atUs: number;
  /** How many steps the person had seen: orders interventions among steps of one instant. */
  readonly afterStep: number;
  readonly action: InterventionAction;
  /** What a person calls it; absent while it has no name of its own. */
  readonly name?: string;
}

/** Something that befalls nodes or wires at a set time, by the document. `settings` are those of `faultFields`. */
export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly settings: Settings;
}

/** A rule on the order of events on a bus, by the document. `settings` are those of `protocolFields`. */
export interface Protocol {
  readonly id: string;
  readonly name: string;
  readonly settings: Settings;
}

/** What one of several runs that are compared is called, and where it comes from. */
export interface BranchHead {
  /** Unique among the branches of the document. */
  readonly id: string;
  readonly name: string;
  /** The id of the branch it was made from; empty for the first one. */
  readonly parent: string;
  /** Where in the run of its parent it was made: virtual time in whole microseconds, and steps that had happened. */
  readonly atUs: number;
  readonly afterStep: number;
}

/** A branch that is not open: its flow is a whole document without branches of its own. */
export interface KeptBranch extends BranchHead {
  readonly flow: FlowDoc;
}

/** Runs that are kept beside the one of the document. Never read by the engine. */
export interface Branches {
  /** What the document itself is among them. */
  readonly open: BranchHead;
  /** The id of the kept one that the open one is compared with; empty for none. */
  readonly compared: string;
  readonly kept: readonly KeptBranch[];
}

/** A flow document, version 1, checked: every reference resolves, every setting is present and in range. */
export interface FlowDoc {
  readonly busbar: 1;
  readonly name: string;
  readonly description: string;
  /** 32-bit unsigned integer. */
  readonly seed: number;
  /** Virtual length of the run in milliseconds; 0 runs until nothing is enabled. */
  readonly untilMs: number;
  readonly eventTypes: readonly EventType[];
  readonly nodes: readonly FlowNode[];
  readonly wires: readonly Wire[];
  readonly interventions: readonly Intervention[];
  readonly faults: readonly Fault[];
  readonly protocols: readonly Protocol[];
  /** Absent while there is only one run. */
  readonly branches?: Branches;
}
