import type { WireFilters } from '#engine/expression/WireFilters';
import type { Fifo } from '#engine/kernel/Fifo';
import type { Context, OutWire } from '#engine/model/NodeKind';
import type { CallStack, FlowEvent, PublishMessage } from '#engine/model/messages';
import type { Balancing } from './balancing/Balancing';
import type { BusSettings } from './busFields';
import type { Recent } from './deduplication';
import type { Waiting } from './Line';
import type { QueuePlan } from './planQueues';
import type { MonitorState, Parking, WatchPlan } from './protocols/MonitorState';
import type { Place, Queue } from './Queue';

/** The subscriptions whose filters let an event through, by wire index; null when none has a filter. */
export type Wanted = readonly number[] | null;

/** One copy of an event, on its way to one group. */
export interface Copy extends Waiting {
  readonly group: number;
  /** See `Caller.wanted`. */
  readonly wanted: Wanted;
  /** A state of `copyLifecycle`, by its place there. */
  state: number;
  /** From 1. */
  attempt: number;
  /** When the bus accepted it: what waiting counts from. */
  readonly queuedUs: number;
  /** Whether its key or partition is taken on its account. */
  isHeld: boolean;
  /** Whether a consumer has it and is not done. */
  inHand: boolean;
  /** The open call and its wire while in flight; 0 and −1 otherwise. */
  call: number;
  wire: number;
  /** The ack time-out or redelivery timer; 0 when none runs. */
  timer: number;
  /** The walk that hands it over; 0 without one. */
  walk: number;
}

/** What became of the copies for one group: accepted = the sum of all others and of those still here. */
export interface Ledger {
  accepted: number;
  delivered: number;
  dropped: number;
  expired: number;
  deadLettered: number;
  lost: number;
}

export interface GroupState {
  /** Used by independent dispatch; a dispatch loop has one shared queue instead. */
  readonly queue: Queue<Copy>;
  /** Put aside by a dispatch loop until somebody of the group is connected. */
  aside: Copy[];
  /** By partition: the member that alone gets what is in it, or −1; empty without partitions. */
  owners: number[];
  /** Whether it is among the touched ones. */
  isTouched: boolean;
  /** In the order of their calls. */
  inFlight: Copy[];
  /** Calls whose copies are settled and on which a consumer is still at work. */
  readonly owed: number[];
  retrying: Copy[];
  /** Where round robin goes on. */
  nextMember: number;
  readonly ledger: Ledger;
}

/** Somebody who wants to put an event on the bus and has not been answered yet. */
export interface Caller {
  readonly event: FlowEvent;
  /** 0 when nobody waits for the answer. */
  readonly call: number;
  readonly wire: number;
  readonly stack: CallStack;
  readonly sinceUs: number;
  readonly wanted: Wanted;
}

/** One event in the shared queue of a dispatch loop, with its copies not yet called. */
export interface LoopItem extends Waiting {
  readonly copies: Copy[];
}

/** A thread that calls the subscribers of one event in turn: a dispatcher, or the caller's own. */
export interface Walk {
  /** Which walk of this bus it is, from 1. */
  readonly id: number;
  readonly event: FlowEvent;
  readonly copies: Copy[];
  position: number;
  /** The call it waits for. */
  call: number;
  readonly caller: Caller | null;
  readonly inline: boolean;
  readonly sinceUs: number;
  failed: boolean;
}

export interface BusState {
  readonly groups: GroupState[];
  door: Fifo<Caller>;
  readonly shared: Queue<LoopItem>;
  /** In the order in which they began. */
  walks: Walk[];
  walkCount: number;
  /** Events that nobody subscribes to, when the settings say keep. */
  kept: FlowEvent[];
  /** By group and member: deliveries whose work has not ended. */
  readonly outstanding: number[][];
  /** By group and member: deliveries in flight, which wait for their acknowledgement; kept only for a prefetch. */
  readonly unacked: number[][];
  /** Wires whose receiver is gone. */
  closedWires: number[];
  /** Wires whose receiver has not subscribed yet, and the alarms by which they will. */
  absentWires: number[];
  readonly subscriptions: { readonly wire: number; readonly timer: number }[];
  /** What is kept for late subscribers, oldest first. */
  retained: Fifo<FlowEvent>;
  /** What the deduplication window remembers. */
  recent: Recent;
  accepted: number;
  refused: number;
  /** By protocol: how many events it rejected, or sent to the dead letters. */
  readonly keptOut: number[];
  unrouted: number;
  /** Queues of which something changed, so that their alarms are to be set anew; −1 for the shared one. */
  timed: number[];
  /** Groups by the timer of a copy that waits for another attempt. */
  redeliveries: Record<number, number>;
  /** Queues by the timer of their alarm. */
  readonly alarms: Record<number, number>;
  /** Groups of which something changed, so that something may now go out. */
  touched: number[];
  /** Copies and loop items that wait, in all queues, delayed or put aside. */
  waiting: number;
  /** Copies in flight to all groups, and copies that wait for their next attempt. */
  inFlight: number;
  retrying: number;
  /** Queues at their capacity. */
  fullQueues: number;
  /** By protocol; empty without any. */
  readonly monitors: MonitorState[];
  parking: Parking;
  /** When the bus last received something. */
  nowUs: number;
  paused: boolean;
  down: boolean;
}

export interface Member {
  readonly wire: OutWire;
  /** Most deliveries that it holds at a time, by prefetch or by what its consumer admits. */
  readonly room: number;
  /** What sets its bids apart from those of others when a key chooses the member. */
  readonly salt: number;
  /** 0 for who is there from the start. */
  readonly subscribeAtUs: number;
  readonly fromBeginning: boolean;
  /** By event type: whether this member wants it. */
  readonly wants: readonly boolean[];
}

export interface Group {
  readonly name: string;
  readonly members: readonly Member[];
}

/** Group and member, by number. */
export interface MemberPlace {
  readonly group: number;
  readonly member: number;
}

/** What a bus works out once from its settings and wires. */
export interface BusPlan extends QueuePlan {
  readonly settings: BusSettings;
  readonly policy: DeliveryPolicy;
  readonly groups: readonly Group[];
  /** By event type: the groups that get a copy, in order of subscription. */
  readonly routes: readonly (readonly number[])[];
  /** `Infinity` when unlimited. */
  readonly capacity: number;
  readonly isAcknowledged: boolean;
  readonly filters: WireFilters | null;
  readonly balancing: Balancing;
  /** Unacknowledged deliveries that one consumer may hold; 0 leaves it to what the consumer admits. */
  readonly prefetch: number;
  /** `Infinity` when unlimited. */
  readonly groupPrefetch: number;
  /** By attempt that failed: how long the next one waits. */
  readonly redeliveryUs: readonly number[];
  /** 0 when nothing is remembered. */
  readonly dedupWindowUs: number;
  /** 0 when nothing is retained. */
  readonly retainedAtMost: number;
  readonly deadLetterWires: readonly OutWire[];
  /** Null without protocols. */
  readonly watch: WatchPlan | null;
  /** Group and member of each outgoing wire, by wire index. */
  readonly places: ReadonlyMap<number, MemberPlace>;
}

/** Everything a part of the bus needs to act: bundled, for they always travel together. */
export interface Bus {
  readonly state: BusState;
  readonly plan: BusPlan;
  readonly context: Context;
}

/** How a bus passes events on. One file each, listed in `policies/index.ts`. */
export interface DeliveryPolicy {
  readonly id: string;
  /** Whether a caller is held until every subscriber is done. */
  readonly holdsCaller: boolean;
  /** Somebody publishes; a policy accepts, refuses, or lets the caller wait at the door. */
  publish(bus: Bus, message: PublishMessage): void;
  /** Passes on whatever can be passed on now, and lets in who waits at the door. */
  pump(bus: Bus): void;
  /** Takes what was parked, whatever room there is: it had been let in before. */
  readmit(bus: Bus, caller: Caller): void;
  /** Puts a copy that comes back for another attempt where it will go next. */
  requeue(bus: Bus, copy: Copy, place?: Place): void;
}
