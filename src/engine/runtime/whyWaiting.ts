import type { FlowEvent } from '#engine/model/messages';
import { waitOf, type Moment, type Wait } from '#engine/model/waits';
import { isFlight } from './Pending';
import type { Simulation } from './Simulation';

/** One link of the chain: why this node, or the event in it, does not go on. */
export interface WhyLink extends Wait {
  readonly node: number;
}

/** Why something waits, from link to link until nobody is waited for any more. */
export interface WhyReport {
  readonly links: readonly WhyLink[];
  /** Whether the last link waits for one of those before it, and no time will end that. */
  readonly isDeadlock: boolean;
}

/** What is asked about: a node, and the event that waits in it, or 0 for the node itself. */
export interface WhyQuestion {
  readonly node: number;
  readonly event: number;
}

/** A chain that is longer tells nobody anything. */
const mostLinks = 24;
const mostVisits = 2_000;

/**
 * Why a node, or an event in it, does not go on at the moment at which the simulation stands. Each kind says its own
 * immediate reasons; the chain follows them to whom they wait for. Reads only.
 */
export function whyWaiting(simulation: Simulation, { node, event }: WhyQuestion): WhyReport {
  const moment = momentOf(simulation);
  const planned = simulation.plan.nodes[node];
  if (planned === undefined) return { links: [], isDeadlock: false };
  const state = simulation.stateOf(node);
  const own = event === 0 ? [] : planned.behaviour.waitsOf(state, planned.plan, moment, event);
  const waits = own.length > 0 ? own : event === 0 ? waitsAt(simulation, node, moment) : [];
  return follow({ simulation, moment, visits: 0 }, node, waits, []);
}

interface Walker {
  readonly simulation: Simulation;
  readonly moment: Moment;
  /** How many reasons were asked for: in a dense flow there are more ways than can be gone. */
  visits: number;
}

function follow(walker: Walker, node: number, waits: readonly Wait[], before: readonly WhyLink[]): WhyReport {
  const links = [...before, ...waits.map((wait) => ({ ...wait, node }))];
  const last = waits.at(-1);
  walker.visits += 1;
  const isTooFar = links.length >= mostLinks || walker.visits >= mostVisits;
  if (last === undefined || isTooFar) return { links, isDeadlock: false };
  return last.isIdle ? lookUpstream(walker, node, links) : lookAt(walker, node, last, links);
}

/** Goes on with whom a node waits for: if it can, with one who closes a circle, for that is the worst reason. */
function lookAt(walker: Walker, node: number, { on, event }: Wait, links: readonly WhyLink[]): WhyReport {
  const closed = on.find((other) => links.some((link) => link.node === other));
  const [first] = on;
  if (closed !== undefined) return { links, isDeadlock: isForEver(links, closed) };
  if (first === undefined) return { links, isDeadlock: false };
  const flight = event === null ? null : flightBetween(walker, node, on, event.number);
  if (flight !== null) return { links: [...links, flight], isDeadlock: false };
  const chains = on.map((other) =>
    follow(walker, other, waitsAt(walker.simulation, other, walker.moment), links),
  );
  const deadlock = chains.find(({ isDeadlock }) => isDeadlock);
  return deadlock ?? chains.toSorted((a, b) => latestUs(b) - latestUs(a))[0] ?? { links, isDeadlock: false };
}

/** A circle lasts as long as no time ends one of the waits in it. */
function isForEver(links: readonly WhyLink[], closed: number): boolean {
  const from = links.findIndex(({ node }) => node === closed);
  return links.slice(from).every(({ untilUs, isIdle }) => untilUs === null && !isIdle);
}

/** Nothing is there to be done: what will come next, on whatever way that is the soonest. */
function lookUpstream(walker: Walker, node: number, links: readonly WhyLink[]): WhyReport {
  const { simulation, moment } = walker;
  const coming = flightTo(walker, node);
  if (coming !== null) return { links: [...links.slice(0, -1), coming], isDeadlock: false };
  const sources = new Set(simulation.plan.wires.flatMap(({ from, to }) => (to === node ? [from] : [])));
  const chains = [...sources]
    .filter((other) => links.every((link) => link.node !== other))
    .map((other) => follow(walker, other, waitsAt(simulation, other, moment), links));
  const soonest = chains.toSorted((a, b) => latestUs(a) - latestUs(b))[0];
  return soonest ?? { links, isDeadlock: false };
}

/** When the last link of a chain ends; without a time, never. */
function latestUs({ links }: WhyReport): number {
  return links.at(-1)?.untilUs ?? Infinity;
}

function waitsAt(simulation: Simulation, node: number, moment: Moment): readonly Wait[] {
  const planned = simulation.plan.nodes[node];
  return planned?.behaviour.waits(simulation.stateOf(node), planned.plan, moment) ?? [];
}

/** What a node waits for that is still on a wire between the two, there or back; null when nothing is. */
function flightBetween(
  { simulation }: Walker,
  node: number,
  on: readonly number[],
  event: number,
): WhyLink | null {
  for (const { item, timeUs } of simulation.pending.entries()) {
    if (!isFlight(item.kind) || item.event?.number !== event) continue;
    const wire = simulation.plan.wires[item.wire];
    const isBetween = wire?.from === node && on.includes(wire.to);
    if (isBetween && timeUs > simulation.nowUs) return onTheWay(item.node, item.event, timeUs);
  }
  return null;
}

/** What will arrive at a node first; null when nothing is under way to it. */
function flightTo({ simulation }: Walker, node: number): WhyLink | null {
  for (const { item, timeUs } of simulation.pending.entries()) {
    const isForward = isFlight(item.kind) && item.kind !== 'ack';
    if (isForward && item.node === node) return onTheWay(node, item.event, timeUs);
  }
  return null;
}

function onTheWay(node: number, event: FlowEvent | null, dueUs: number): WhyLink {
  const isCutOff = dueUs === Infinity;
  const untilUs = isCutOff ? null : dueUs;
  return { ...waitOf(isCutOff ? 'cutOff' : 'onTheWay', { event, untilUs }), node };
}

function momentOf(simulation: Simulation): Moment {
  let due: Map<number, number> | null = null;
  return {
    nowUs: simulation.nowUs,
    dueUs(timer) {
      due ??= new Map(simulation.pending.entries().map(({ id, timeUs }) => [id, timeUs]));
      return due.get(timer) ?? null;
    },
  };
}
