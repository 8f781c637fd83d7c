import { expect, test } from 'vitest';
import { fanOutPlan, queuePlan } from '#bench/flows';
import { parseFlow } from '#engine/model/parseFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow, type FlowPlan } from '../FlowPlan';
import { frameOf } from '../frames';
import { reportOf } from '../report';
import { Simulation } from '../Simulation';
import { plainFlowOf } from './PlainFlow';
import { pickFrom, randomPlainFlow } from './randomPlainFlow';
import { makeInCore } from './runInCore';

/** `PLAIN=20000` tries so many flows, from `PLAIN_FROM` on. */
const flows = Number(process.env['PLAIN'] ?? 200);
const firstFlow = Number(process.env['PLAIN_FROM'] ?? 1);
const mostSteps = 1_500;

function read(input: unknown): FlowDoc {
  const result = parseFlow(input, kinds);
  if (!result.ok)
    throw new Error(JSON.stringify(result.problems.filter(({ severity }) => severity === 'error')));
  return result.value;
}

/** Lines as they are to whoever uses them, however much of them was taken. */
function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  const { items, head, ...others } = value as Record<string, unknown>;
  if (Array.isArray(items) && typeof head === 'number') return items.slice(head).map(plainly);
  return Object.fromEntries(
    Object.entries(items === undefined ? others : value).map(([key, inside]) => [key, plainly(inside)]),
  );
}

/** Everything that a run knows. */
function allOf(simulation: Simulation): unknown {
  const { plan, lifecycles, metrics, streams, hash } = simulation;
  const bins: number[][] = [];
  metrics.eachGrown(null, (...bin) => bins.push(bin));
  return {
    hash: hash.digest(),
    report: reportOf(simulation),
    frame: frameOf(simulation),
    states: plan.nodes.map((_, node) => plainly(simulation.stateOf(node))),
    lifecycles: plan.nodes.map((_, node) => lifecycles.report(node, simulation.nowUs)),
    pending: simulation.pending.entries().map((one) => plainly(one)),
    pushed: simulation.pending.pushedCount,
    luck: [...streams.words],
    arrivals: [...simulation.lastArrivalUs],
    lastSteps: [...simulation.lastStepUs],
    calls: simulation.callCount,
    rates: plan.nodes.map((_, node) => metrics.ratePerSecond(node, 1, simulation.nowUs)),
    numbers: [[...metrics.samples.numbers], [...metrics.typeSamples.numbers], [...metrics.levels.numbers]],
    bins,
  };
}

/** Texts are compared first, which is quick, and things only to see in what they differ. */
function expectSame(one: Simulation, other: Simulation): void {
  const [its, others] = [allOf(one), allOf(other)];
  const isSame = JSON.stringify(its) === JSON.stringify(others);
  expect(isSame || its).toEqual(isSame || others);
}

/** Goes on by turns in the core and in the ordinary way, and is compared with a run that knows no core. */
function compareRuns(plan: FlowPlan, seed: number, most: number): void {
  const pick = pickFrom(seed);
  const plain = new Simulation(plan);
  const ours = new Simulation(plan);
  for (let inCore = pick(2) === 0; ; inCore = pick(4) > 0) {
    const end = Math.min(most, ours.stepCount + 1 + pick(pick(3) === 0 ? 600 : 30));
    if (inCore) makeInCore(ours, { step: end });
    while (ours.stepCount < end && ours.step());
    while (plain.stepCount < ours.stepCount) expect(plain.step()).toBe(true);
    expectSame(ours, plain);
    if (pick(5) === 0) ours.restore(ours.snapshot());
    if (ours.stepCount < end || end >= most) break;
  }
  expect(ours.stepCount < most && plain.step()).toBe(false);
}

test('steps made in the core are those of the ordinary run, wherever one takes over from the other', () => {
  let plainOnes = 0;
  for (let seed = firstFlow; seed < firstFlow + flows; seed += 1) {
    const doc = read(randomPlainFlow(pickFrom(seed), kinds));
    const plan = planFlow(doc, runningKinds);
    if (plainFlowOf(plan) === null) continue;
    plainOnes += 1;
    try {
      compareRuns(plan, seed, mostSteps);
    } catch (error) {
      throw new Error(`flow ${seed}: ${JSON.stringify(doc)}`, { cause: error });
    }
  }
  expect(plainOnes).toBeGreaterThan(flows / 2);
});

test.each([
  ['a queue with one worker', queuePlan(3_000, 125, 100, 1)],
  ['a queue with four', queuePlan(3_000, 125, 400, 4)],
  ['a topic with eight handlers', fanOutPlan(500, 125, 80, 8, 0.01)],
])('%s is plain, and runs in the core as it does without', (_, plan) => {
  const simulation = new Simulation(plan);
  expect(makeInCore(simulation, { step: 10_000 })).toBe(10_000);
  compareRuns(plan, 7, 20_000);
});

test('runs of one flow and of others take turns in the core, and none disturbs another', () => {
  const plans = [queuePlan(3_000, 125, 100, 1), fanOutPlan(500, 125, 80, 8, 0.01)];
  const all = plans.flatMap((plan) => [new Simulation(plan), new Simulation(plan)]);
  const pick = pickFrom(3);
  for (let turn = 0; turn < 300; turn += 1) {
    const simulation = all[pick(all.length)];
    if (simulation === undefined) continue;
    // Sometimes two of one flow stand at the same step, and one of them has what it needs in the core.
    makeInCore(simulation, { step: Math.min(9_000, simulation.stepCount + 100 * pick(3)) });
    if (pick(4) === 0) simulation.restore(simulation.snapshot());
    if (pick(4) === 0) simulation.step();
  }
  const ordinary = all.map(({ plan, stepCount }) => {
    const other = new Simulation(plan);
    while (other.stepCount < stepCount) other.step();
    return other;
  });
  expect(all.map(allOf)).toEqual(ordinary.map(allOf));
});
