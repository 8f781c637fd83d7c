import type { ProtocolPlan, Standing } from '#engine/model/protocols/ProtocolPlan';
import type { Broken } from '#engine/model/protocols/ProtocolReport';
import type { Caller } from '../BusState';

/** A key, or all events together, as a protocol follows it. */
export interface Instance {
  /** The group whose deliveries or completions are followed; −1 where publishing is. */
  readonly group: number;
  /** Empty where all events are followed together. */
  readonly key: string;
  /** A state of the automaton; the last one before it was broken. */
  state: number;
  standing: Standing;
  /** When it came to that state, or was broken. */
  sinceUs: number;
  /** The step that broke it; 0 when it is not broken. */
  brokenStep: number;
}

/** What a bus knows of one of its protocols. Plain data; it decides what is let in, so it is part of the configuration. */
export interface MonitorState {
  /** By group and key with a colon between them. */
  readonly instances: Record<string, Instance>;
  count: number;
  readonly standings: Record<Standing, number>;
  /** By state of the automaton: how many stand there and are not broken. */
  readonly tokens: number[];
  /** Events of keys beyond the limit, of which nothing is known. */
  missed: number;
  first: Broken | null;
  /** The step at which a key broke it last; 0 when none did. */
  lastStep: number;
}

/** What waits until it is legal. */
export interface Parking {
  /** By lane: those of one key, or all where a protocol follows all events together; in order of arrival. */
  readonly lanes: Record<string, Caller[]>;
  count: number;
  /** Lanes in which something may have become legal; empty between two steps. */
  stirred: string[];
}

/** The protocols of a bus, and by what is watched the places of those that watch it. */
export interface WatchPlan {
  readonly protocols: readonly ProtocolPlan[];
  readonly onPublish: readonly number[];
  readonly onDelivery: readonly number[];
  readonly onCompletion: readonly number[];
  /** Those that keep events from the bus. */
  readonly guards: readonly number[];
  /** Whether what is parked of one key depends on events of that key alone. */
  readonly parksByKey: boolean;
}

/** A protocol of which nothing was seen yet. */
export function createMonitor(plan: ProtocolPlan): MonitorState {
  return {
    instances: {},
    count: 0,
    standings: { accepting: 0, pending: 0, satisfied: 0, violated: 0 },
    tokens: plan.automaton?.states.map(() => 0) ?? [],
    missed: 0,
    first: null,
    lastStep: 0,
  };
}

/** Nothing is parked. */
export function createParking(): Parking {
  return { lanes: {}, count: 0, stirred: [] };
}

/** Null for a bus without protocols. One that says nothing watches nothing. */
export function planWatch(protocols: readonly ProtocolPlan[]): WatchPlan | null {
  if (protocols.length === 0) return null;
  const those = (isOne: (plan: ProtocolPlan) => boolean) =>
    protocols.flatMap((plan, place) => (plan.automaton !== null && isOne(plan) ? [place] : []));
  const guards = those(({ mode }) => mode !== 'monitor');
  return {
    protocols,
    onPublish: those(({ watch }) => watch === 'publish'),
    onDelivery: those(({ watch }) => watch === 'delivery'),
    onCompletion: those(({ watch }) => watch === 'completion'),
    guards,
    parksByKey: guards.every((place) => protocols[place]?.isPerKey === true),
  };
}
