import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintFlow, LintNode } from '#engine/analysis/lint/LintFlow';
import { assume, type Assumption } from './assumptionTexts';
import { callersOf, HoldingTimes, latencyOf, mayWait } from './holding';
import { mechanicsOf } from './flowArcs';
import { sumOf, variationOf } from './Moments';
import type { Customer, Station } from './Station';
import { workerStation } from './workerStation';

/** Every place of a flow where somebody may have to wait. */
export function findStations(flow: LintFlow): readonly Station[] {
  const times = new HoldingTimes(flow);
  return flow.nodes.flatMap((node): readonly Station[] => {
    const { arrivals, line, work } = mechanicsOf(node);
    if (arrivals !== undefined && Number.isFinite(arrivals.callers)) return sourceStation(flow, node, times);
    const isShop = line?.how === 'loop' || (line?.how === 'inline' && mayWait(node));
    if (line !== undefined && isShop) return [lineStation(flow, node, times)];
    if (work === undefined || isInside(node) || rivalsOf(node)[0] !== node) return [];
    return [workerStation(flow, rivalsOf(node), times)];
  });
}

/** Whether all the work of a node is done on the time of whoever calls it, who cannot find it taken. */
function isInside(node: LintNode): boolean {
  return (
    node.facts.holdsCaller &&
    node.ins.length > 0 &&
    node.ins.every(({ from }) => {
      const how = mechanicsOf(from).line?.how;
      return how === 'inline' || how === 'loop' || (how === 'call' && !mayWait(from));
    })
  );
}

/** The nodes that compete with a node for the same events, itself included, in the order of the document. */
function rivalsOf(node: LintNode): readonly LintNode[] {
  const found = new Set([node]);
  for (const one of found) {
    for (const { from } of one.ins) {
      for (const group of groupsOf(from)) {
        if (group.some(({ to }) => to === one)) for (const { to } of group) found.add(to);
      }
    }
  }
  return [...found].toSorted((a, b) => a.index - b.index);
}

/** The callers of a source: each is taken until its event has arrived everywhere, and was answered where that takes time. */
function sourceStation(flow: LintFlow, node: LintNode, times: HoldingTimes): readonly Station[] {
  const { arrivals } = mechanicsOf(node);
  const notes: Assumption[] = [];
  const held = node.outs.map(({ to }) => to).filter((to) => isBounded(to));
  const customers = flow.types.flatMap((_, type): readonly Customer[] => {
    const parts = node.outs
      .filter((wire) => wire.wants(type))
      .map((wire) => {
        const called = times.call(wire.to, type, false);
        notes.push(...called.notes);
        return called.time === null ? null : sumOf([latencyOf(wire), called.time]);
      });
    const known = parts.flatMap((part) => part ?? []);
    // All answers must come: the longest counts, which is known of constants.
    const longest = known.toSorted((a, b) => b.mean - a.mean)[0];
    const isSure = known.length < 2 || known.every((part) => variationOf(part) === 0);
    const holding = known.length < parts.length || !isSure ? null : longest;
    return parts.length === 0 ? [] : [{ node, type, holding: holding ?? null, working: holding ?? null }];
  });
  if (held.length === 0 && customers.every(({ holding }) => holding?.mean === 0)) return [];
  const isKnown = customers.every(({ holding }) => holding !== null);
  const station: Station = {
    id: node.id,
    whose: 'source',
    nodes: [node],
    servers: arrivals?.callers ?? 1,
    mostPerMs: Infinity,
    turnsAway: false,
    waitsAt: [node],
    isOnePlace: true,
    places: Infinity,
    whenFull: 'block',
    priorityOf: null,
    partitions: null,
    customers,
    typeIds: flow.types.map(({ id }) => id),
    deliveries: 1,
    notes: notes.filter(({ code }) => code === 'own-time' || code === 'mean-retries'),
    refusals: [
      ...(isKnown ? [] : [assume('waits-for-others', node.id)]),
      ...held.map(({ id }) => assume('blocks-callers', id)),
    ],
  };
  return [station];
}

/** Whether a line keeps whoever brings something waiting while it is full. */
function isBounded(node: LintNode): boolean {
  const { line } = mechanicsOf(node);
  return line !== undefined && line.places < Infinity && line.whenFull === 'block';
}

/** A line that has all groups called by its own threads, or by one caller at a time. */
function lineStation(flow: LintFlow, node: LintNode, times: HoldingTimes): Station {
  const { line } = mechanicsOf(node);
  const isLoop = line?.how === 'loop';
  const held = flow.types.map((_, type) => times.walk(node, type));
  const workers = node.outs.filter(({ to }) => to.facts.holdsCaller).map(({ to }) => to);
  const isShort = workers.some((to) => (mechanicsOf(to).work?.servers ?? Infinity) < (line?.threads ?? 1));
  const isElsewhere = workers.some((to) => to.ins.some(({ from }) => from !== node));
  const isBound = !isLoop && callersOf(node) < Infinity;
  const blocks = isLoop && line.places < Infinity && line.whenFull === 'block';
  return {
    id: node.id,
    whose: 'line',
    nodes: [node],
    servers: line?.threads ?? 1,
    mostPerMs: Infinity,
    turnsAway: false,
    waitsAt: [node],
    isOnePlace: isLoop && !blocks,
    places: blocks ? Infinity : (line?.places ?? Infinity),
    whenFull: line?.whenFull ?? 'block',
    priorityOf: line?.priorityOf ?? null,
    partitions: null,
    customers: held.map(({ time }, type) => ({ node, type, holding: time, working: time })),
    typeIds: flow.types.map(({ id }) => id),
    deliveries: 1,
    notes: [...held.flatMap(({ notes }) => notes), ...(blocks ? [assume('blocks-callers', node.id)] : [])],
    refusals: [
      ...((isLoop && isShort) || isElsewhere ? [assume('shared', node.id)] : []),
      ...(isBound ? [assume('caller-bound', node.id)] : []),
      ...(line?.isByKey === true && line.threads > 1 ? [assume('by-key', node.id)] : []),
    ],
  };
}
