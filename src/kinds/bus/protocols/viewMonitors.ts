import { findKeys } from '#engine/model/findKeys';
import type { KeyQuestion, KeyReport } from '#engine/model/KeyReport';
import type { Token } from '#engine/model/NodeKind';
import type { ProtocolPlan } from '#engine/model/protocols/ProtocolPlan';
import type { FollowedKey, ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import type { BusPlan, BusState } from '../BusState';
import type { MonitorView } from '../BusView';
import type { Instance } from './MonitorState';
import { nameOfGroup } from './nameOfGroup';

/** Most states with keys in them that a face is told of: it has room for fewer. */
const mostDrawn = 12;
/** Most keys that a report lists. */
const mostListed = 1_000;

/** What a face shows of the protocols of a bus. */
export function viewMonitors({ monitors, keptOut }: BusState, plan: BusPlan): readonly MonitorView[] {
  return monitors.flatMap(({ standings, missed, first, lastStep, tokens }, place) => {
    const protocol = plan.watch?.protocols[place];
    if (protocol === undefined) return [];
    return [
      {
        id: protocol.id,
        standings: { ...standings },
        isUnknown: missed > 0 || protocol.unsound !== '',
        first,
        lastStep,
        keptOut: keptOut[place] ?? 0,
        tokens: fullest(tokens),
      },
    ];
  });
}

function fullest(tokens: readonly number[]): MonitorView['tokens'] {
  const held = tokens.flatMap((keys, state) => (keys > 0 ? [[state, keys] as const] : []));
  if (held.length <= mostDrawn) return held;
  return held.toSorted(([, one], [, other]) => other - one).slice(0, mostDrawn);
}

/** What waits until it is legal: the first of it. */
export function viewParked({ parking }: BusState): readonly Token[] {
  const waiting = Object.values(parking.lanes).flat();
  return waiting.slice(0, longestViewList).map(({ event }) => tokenOf(event));
}

/** Everything that a bus knows of its protocols: broken keys first, then those that wait, who waits longest first. */
export function reportProtocols({ monitors }: BusState, plan: BusPlan): readonly ProtocolReport[] {
  return monitors.flatMap((monitor, place) => {
    const protocol = plan.watch?.protocols[place];
    if (protocol === undefined) return [];
    const { standings, missed, first, count, instances } = monitor;
    const { automaton } = protocol;
    const listed = Object.values(instances).toSorted(byUrgency).slice(0, mostListed);
    return [
      {
        id: protocol.id,
        name: protocol.name,
        mode: protocol.mode,
        watch: protocol.watch,
        unsound: protocol.unsound,
        standings: { ...standings },
        followed: count,
        tokens: [...monitor.tokens],
        missed,
        first,
        keys: listed.map((instance) => followedKey(instance, plan, automaton)),
      },
    ];
  });
}

/** The keys that a protocol follows, and how each of its instances of one of them stands; null for another protocol. */
export function protocolKeys({ monitors }: BusState, plan: BusPlan, question: KeyQuestion): KeyReport | null {
  const { of, like, key } = question;
  const place = plan.watch?.protocols.findIndex(({ id }) => id === of) ?? -1;
  const [monitor, protocol] = [monitors[place], plan.watch?.protocols[place]];
  if (monitor === undefined || protocol === undefined) return null;
  const instances = Object.values(monitor.instances);
  const own = instances.filter((instance) => instance.key === key);
  return {
    question,
    ...findKeys(new Set(instances.map((instance) => instance.key)), like),
    detail: own.length === 0 ? null : own.map((one) => followedKey(one, plan, protocol.automaton)),
  };
}

/** Whether a key broke a protocol in a step, after which none did. */
export function isBrokenIn({ monitors }: BusState, plan: BusPlan, protocol: string, step: number): boolean {
  const place = plan.watch?.protocols.findIndex(({ id }) => id === protocol) ?? -1;
  return monitors[place]?.lastStep === step;
}

function followedKey(
  { group, key, state, standing, sinceUs, brokenStep }: Instance,
  plan: BusPlan,
  automaton: ProtocolPlan['automaton'],
): FollowedKey {
  const name = automaton?.states[state] ?? '';
  return { group: nameOfGroup(plan, group), key, state: name, standing, sinceUs, brokenStep };
}

const urgency = { violated: 0, pending: 1, accepting: 2, satisfied: 3 } as const;

function byUrgency(one: Instance, other: Instance): number {
  return urgency[one.standing] - urgency[other.standing] || one.sinceUs - other.sinceUs;
}
