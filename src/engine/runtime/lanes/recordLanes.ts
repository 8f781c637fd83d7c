import { gauge, type Gauge } from '#engine/model/measures';
import type { Token } from '#engine/model/NodeKind';
import { tokenOf } from '#engine/model/tokens';
import type { Activity } from '#engine/model/waits';
import { frameOf, recordStep } from '../frames';
import type { Simulation } from '../Simulation';
import type { Flight, TraceEntry } from '../Trace';
import type { LaneBar, LaneDepth, LaneMark, LaneState, LaneWay, LaneWindow } from './LaneWindow';

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** How far a simulation may go. */
interface StepLimits {
  readonly lastStep: number;
  /** In the window; so many again are made beyond it to see when stalls end. */
  readonly mostSteps: number;
  /** Whether the run, as far as it is known, is in this state since then and has not left it. */
  readonly isOpen: (state: LaneState) => boolean;
  /** The end of what is not left up to the last step. */
  readonly openEndUs: number | null;
}

interface Lane {
  /** What the node is doing, by key. */
  readonly open: Map<string, Growing<LaneBar>>;
  state: Growing<LaneState>;
  readonly points: number[];
}

/**
 * Everything that happens from where the simulation stands until a time, or null when that is more than so many steps.
 * The simulation goes on to there.
 */
export function recordLanes(
  simulation: Simulation,
  { fromUs, toUs }: { readonly fromUs: number; readonly toUs: number },
  limits: StepLimits,
): Omit<LaneWindow, 'knownUs' | 'sums'> | null {
  const { lastStep, mostSteps } = limits;
  const bars: LaneBar[] = [];
  const states: Growing<LaneState>[] = [];
  const marks: LaneMark[] = [];
  const ways = frameOf(simulation).flights.flatMap((flight) => wayOf(simulation, flight));
  const lanes = simulation.plan.nodes.map((_, node) => openLane(simulation, node));
  for (let made = 0; simulation.stepCount < lastStep; made += 1) {
    const nextUs = simulation.nextTimeUs();
    if (nextUs === undefined || nextUs > toUs) break;
    if (made >= mostSteps) return null;
    const entry = recordStep(simulation);
    const lane = entry === null ? undefined : lanes[entry.node];
    if (entry === null || lane === undefined) break;
    update(simulation, entry, lane, bars, states);
    marks.push(...marksOf(entry));
    for (const flight of entry.sent) ways.push(...wayOf(simulation, flight));
  }
  for (const lane of lanes) {
    for (const bar of lane.open.values()) bars.push({ ...bar, toUs });
    states.push({ ...lane.state, toUs });
  }
  const depths = depthsOf(lanes);
  lookForEnds(simulation, states.slice(-lanes.length), limits);
  return { fromUs, toUs, bars, states, marks, ways, depths };
}

function depthsOf(lanes: readonly Lane[]): readonly LaneDepth[] {
  return lanes.flatMap(({ points }, node) =>
    points.length > 2 || (points[1] ?? 0) > 0 ? [{ node, points }] : [],
  );
}

function openLane(simulation: Simulation, node: number): Lane {
  const { name, sinceUs } = simulation.lifecycles.page(node);
  const lane: Lane = {
    open: new Map(),
    state: { node, state: name, fromUs: sinceUs, toUs: 0, endUs: null },
    points: [simulation.nowUs, depthOf(simulation, node)],
  };
  for (const activity of activitiesOf(simulation, node)) openBar(lane, node, activity);
  return lane;
}

function activitiesOf(simulation: Simulation, node: number): readonly Activity[] {
  const planned = simulation.plan.nodes[node];
  return planned?.behaviour.activities(simulation.stateOf(node), planned.plan) ?? [];
}

/** Whoever waits at a node, also before a queue that is full. */
function depthOf({ metrics, nowUs }: Simulation, node: number): number {
  const now = (what: Gauge) => metrics.levelFigures(node, what, nowUs).now;
  return now(gauge.queue) + now(gauge.door);
}

/** Goes on until the stalls that a window leaves open have ended, or for as long as is reasonable. */
function lookForEnds(
  simulation: Simulation,
  states: readonly Growing<LaneState>[],
  { lastStep, mostSteps, isOpen, openEndUs }: StepLimits,
): void {
  const open = new Map<number, Growing<LaneState>>();
  for (const state of states) {
    const { stalled = [] } = simulation.plan.nodes[state.node]?.kind.automaton ?? {};
    if (!stalled.includes(state.state)) continue;
    if (isOpen(state)) state.endUs = openEndUs;
    else open.set(state.node, state);
  }
  for (let made = 0; open.size > 0 && made < mostSteps && simulation.stepCount < lastStep; made += 1) {
    if (!simulation.step()) break;
    for (const [node, state] of open) {
      if (simulation.lifecycles.page(node).name === state.state) continue;
      state.endUs = simulation.nowUs;
      open.delete(node);
    }
  }
  if (simulation.stepCount >= lastStep) for (const state of open.values()) state.endUs = openEndUs;
}

/** Brings the lane of the node that made a step up to date. */
function update(
  simulation: Simulation,
  { node, timeUs }: TraceEntry,
  lane: Lane,
  bars: LaneBar[],
  states: Growing<LaneState>[],
): void {
  const activities = activitiesOf(simulation, node);
  const keys = new Set(activities.map(({ key }) => key));
  for (const [key, bar] of lane.open) {
    if (keys.has(key)) continue;
    lane.open.delete(key);
    if (timeUs > bar.fromUs) bars.push({ ...bar, toUs: timeUs });
  }
  for (const activity of activities) if (!lane.open.has(activity.key)) openBar(lane, node, activity);
  const { name } = simulation.lifecycles.page(node);
  if (name !== lane.state.state) {
    if (timeUs > lane.state.fromUs) states.push({ ...lane.state, toUs: timeUs, endUs: timeUs });
    lane.state = { node, state: name, fromUs: timeUs, toUs: 0, endUs: null };
  }
  const depth = depthOf(simulation, node);
  if (depth !== lane.points.at(-1)) lane.points.push(timeUs, depth);
}

/** The lowest place that is free. */
function openBar({ open }: Lane, node: number, { key, what, event, sinceUs, isHeld }: Activity): void {
  const taken = new Set([...open.values()].map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot += 1;
  open.set(key, { node, slot, what, token: tokenOf(event), isHeld, fromUs: sinceUs, toUs: 0 });
}

/** Answers are no ways: bars tell of them. */
function wayOf({ plan }: Simulation, flight: Flight): readonly LaneWay[] {
  const wire = flight.kind === 'ack' ? undefined : plan.wires[flight.wire];
  if (wire === undefined) return [];
  const { token, departUs, arriveUs, isDeadLetter } = flight;
  return [{ from: wire.from, to: wire.to, token, departUs, arriveUs, isDeadLetter }];
}

const deadly: ReadonlySet<string> = new Set([
  'dead-lettered',
  'dropped',
  'lost',
  'expired',
  'refused',
  'failed',
]);

/** Arrivals and births are marked; starts, finishes and answers are seen by the bars. */
function marksOf({ node, timeUs, step, facts, kind, token }: TraceEntry): readonly LaneMark[] {
  const markOf = (one: Token | null, isDead: boolean): readonly LaneMark[] =>
    one === null ? [] : [{ node, timeUs, step, token: one, isDead }];
  const born = facts.flatMap((fact) => (fact.code === 'published' ? markOf(fact.token, false) : []));
  const dead = facts.flatMap((fact) => (deadly.has(fact.code) ? markOf(fact.token, true) : []));
  const isArrival = kind === 'publish' || kind === 'deliver' || kind === 'access';
  return [...born, ...(isArrival && dead.length === 0 ? markOf(token, false) : []), ...dead];
}
