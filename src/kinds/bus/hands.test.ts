import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { BusState } from './BusState';

/** Thirty events to one slow worker over a wire that doubles and loses, so that every way of ending occurs. */
function simulate(bus: object, wire: object, seed: number): Simulation {
  const place = { x: 0, y: 0 };
  const result = parseFlow(
    {
      busbar: 1,
      name: 'hands',
      seed,
      untilMs: 0,
      eventTypes: [{ id: 'Job' }],
      nodes: [
        { id: 'shop', kind: 'publisher', ...place, settings: { count: 30 } },
        { id: 'bus', kind: 'bus', ...place, settings: bus },
        { id: 'worker', kind: 'handler', ...place, settings: { failureProbability: 0.2 } },
      ],
      wires: [
        { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'bus', port: 'in' } },
        { id: 'out', from: { node: 'bus', port: 'out' }, to: { node: 'worker', port: 'in' }, settings: wire },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Simulation(planFlow(result.value, runningKinds));
}

const atLeastOnce = { guarantee: 'atLeastOnce', maxAttempts: 4 };

test.each([
  ['at most once', {}, {}],
  ['at least once', atLeastOnce, {}],
  ['a wire that doubles', atLeastOnce, { duplication: 0.5 }],
  ['time-outs shorter than the work', { ...atLeastOnce, ackTimeoutMs: 60 }, { duplication: 0.3 }],
  ['lost deliveries and answers', { ...atLeastOnce, ackTimeoutMs: 150 }, { loss: 0.2, ackLoss: 0.2 }],
  ['an early acknowledgement', { ...atLeastOnce, ackOn: 'accept' }, { duplication: 0.3 }],
])('what a consumer has in hand is counted exactly, with %s', (_, bus, wire) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const simulation = simulate(bus, wire, seed);
    // Node 1 is the bus.
    const state = simulation.stateOf(1) as BusState;
    while (simulation.step()) {
      const [group] = state.groups;
      const inHand = (group?.inFlight.filter((copy) => copy.inHand).length ?? 0) + (group?.owed.length ?? 0);
      expect(state.outstanding).toEqual([[inHand]]);
      expect(inHand).toBeLessThanOrEqual(1);
    }
    expect(state.outstanding).toEqual([[0]]);
  }
});
