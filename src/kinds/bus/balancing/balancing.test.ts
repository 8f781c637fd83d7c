import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { busFields } from '../busFields';
import type { Bus, BusPlan, BusState, Copy } from '../BusState';
import { createCopy } from '../copies';
import { canTake } from '../members';
import { balancings } from './index';

const node = (id: string, kind: string, settings = {}) => ({ id, kind, x: 0, y: 0, settings });
const workers = 3;

/** A queue with so many consumers, of three workers each, whose bus may be asked whom it would choose. */
function createBus(consumers: number): Bus {
  const ids = Array.from({ length: consumers }, (_, index) => `consumer-${index}`);
  const result = parseFlow(
    {
      busbar: 1,
      name: 'balancing',
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [node('orders', 'bus', { groups: 'one' }), ...ids.map((id) => node(id, 'handler', { workers }))],
      wires: ids.map((id) => ({
        id: `to-${id}`,
        from: { node: 'orders', port: 'out' },
        to: { node: id, port: 'in' },
      })),
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const simulation = new Simulation(planFlow(result.value, runningKinds));
  const plan = simulation.plan.nodes[0]?.plan as BusPlan; // Node 0 is the bus.
  let picks = 0;
  const context = { now: 0, pick: (n: number) => (picks += 1) % n };
  // Choosing asks its context for no more than this.
  return { state: simulation.stateOf(0) as BusState, plan, context: context as unknown as Bus['context'] };
}

const copyOf = (bus: Bus, key: string): Copy =>
  createCopy(bus, new FlowEventRecord(1, 0, 0, key, 0, null, null), 0);

const load = fc.record({ held: fc.nat(workers), isClosed: fc.boolean(), isAbsent: fc.boolean() });
const loads = fc.array(load, { minLength: 1, maxLength: 6 });
const key = fc.string({ maxLength: 6 });

function busUnder(members: readonly { held: number; isClosed: boolean; isAbsent: boolean }[]): Bus {
  const bus = createBus(members.length);
  members.forEach(({ held, isClosed, isAbsent }, index) => {
    const counts = bus.state.outstanding[0];
    if (counts !== undefined) counts[index] = held;
    if (isClosed) bus.state.closedWires.push(index);
    if (isAbsent) bus.state.absentWires.push(index);
  });
  return bus;
}

const policy = (id: string) => {
  const found = balancings.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test('the list is what the setting offers, in its order', () => {
  const field = busFields.find(({ id }) => id === 'balancing');
  expect(field?.type === 'choice' && field.options).toEqual(balancings.map(({ id }) => id));
});

describe.each(balancings)('$id', (balancing) => {
  test('chooses only who is reachable and has room, and nobody only when it must', () => {
    fc.assert(
      fc.property(loads, key, fc.boolean(), (members, subject, needsRoom) => {
        const bus = busUnder(members);
        const copy = copyOf(bus, subject);
        const able = members.flatMap((_, index) => (canTake(bus, copy, index, needsRoom) ? [index] : []));
        const chosen = balancing.choose(bus, copy, needsRoom);
        const mayWait = able.length === 0 || (balancing.id === 'keyHash' && needsRoom);
        expect(mayWait ? [-1, ...able] : able).toContain(chosen);
      }),
      { seed: 20_261_127, numRuns: 300 },
    );
  });

  test('leaves nobody out for long', () => {
    const bus = createBus(4);
    const counts = [0, 0, 0, 0];
    for (let event = 0; event < 400; event += 1) {
      const chosen = balancing.choose(bus, copyOf(bus, `order-${event}`), true);
      counts[chosen] = (counts[chosen] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});

test.each(['roundRobin', 'leastBusy'])(
  '%s gives members without load one each before anyone has two',
  (id) => {
    const bus = createBus(5);
    const chosen = Array.from({ length: 10 }, (_, index) =>
      policy(id).choose(bus, copyOf(bus, `k${index}`), true),
    );
    expect(chosen).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  },
);

test('leastBusy never chooses anyone who has more in hand than another who could', () => {
  fc.assert(
    fc.property(loads, (members) => {
      const bus = busUnder(members);
      const copy = copyOf(bus, 'a');
      const chosen = policy('leastBusy').choose(bus, copy, true);
      const able = members.filter((_, index) => canTake(bus, copy, index, true));
      fc.pre(able.length > 0);
      expect(members[chosen]?.held).toBe(Math.min(...able.map(({ held }) => held)));
    }),
    { seed: 20_261_127 },
  );
});

test('keyHash keeps to its member whatever the others do, and moves only the keys of who goes', () => {
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 40 }), fc.nat(4), (keys, gone) => {
      const [before, after] = [createBus(5), createBus(5)];
      after.state.closedWires.push(gone);
      for (const subject of keys) {
        const was = policy('keyHash').choose(before, copyOf(before, subject), true);
        expect(policy('keyHash').choose(before, copyOf(before, subject), true)).toBe(was);
        const is = policy('keyHash').choose(after, copyOf(after, subject), true);
        expect(is === was).toBe(was !== gone);
      }
    }),
    { seed: 20_261_127 },
  );
});

test('keyHash lets a key wait for its member when that has no room, though others have', () => {
  const bus = createBus(3);
  const copy = copyOf(bus, 'order-1');
  const own = policy('keyHash').choose(bus, copy, true);
  const counts = bus.state.outstanding[0];
  if (counts !== undefined) counts[own] = workers;
  expect(policy('keyHash').choose(bus, copy, true)).toBe(-1);
});
