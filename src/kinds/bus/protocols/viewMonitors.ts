import type { Token } from '#engine/model/NodeKind';
import type { ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import { longestViewList, tokenOf } from '#engine/model/tokens';
import type { BusPlan, BusState } from '../BusState';
import type { MonitorView } from '../BusView';
import type { Instance } from './MonitorState';
import { nameOfGroup } from './nameOfGroup';

/** Most tokens by state that a face is told; larger automata are not drawn there. */
const mostDrawn = 60;
/** Most keys that a report lists. */
const mostListed = 1_000;

/** What a face shows of the protocols of a bus. */
export function viewMonitors({ monitors, keptOut }: BusState, plan: BusPlan): readonly MonitorView[] {
  return monitors.flatMap(({ standings, missed, first, tokens }, place) => {
    const protocol = plan.watch?.protocols[place];
    if (protocol === undefined) return [];
    return [
      {
        id: protocol.id,
        standings: { ...standings },
        isUnknown: missed > 0 || protocol.unsound !== '',
        first,
        keptOut: keptOut[place] ?? 0,
        tokens: tokens.length > mostDrawn ? [] : [...tokens],
      },
    ];
  });
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
        missed,
        first,
        keys: listed.map(({ group, key, state, standing, sinceUs, brokenStep }) => ({
          group: nameOfGroup(plan, group),
          key,
          state: automaton?.states[state] ?? '',
          standing,
          sinceUs,
          brokenStep,
        })),
      },
    ];
  });
}

const urgency = { violated: 0, pending: 1, accepting: 2, satisfied: 3 } as const;

function byUrgency(one: Instance, other: Instance): number {
  return urgency[one.standing] - urgency[other.standing] || one.sinceUs - other.sinceUs;
}
