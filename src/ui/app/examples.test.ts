import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { measure } from '#engine/model/measures';
import type { Settings } from '#engine/model/fields';
import { parseFlowText } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Run } from '#engine/runtime/Run';
import { Simulation } from '#engine/runtime/Simulation';
import type { NodeFrame } from '#engine/runtime/Trace';
import type { BusView } from '#kinds/bus/BusView';
import type { HandlerView } from '#kinds/handler/HandlerView';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { PublisherView } from '#kinds/publisher/PublisherView';
import { textOf } from '#ui/i18n/catalogue';
import { examples } from './examples';

vi.setConfig({ testTimeout: 60_000 });

const folder = fileURLToPath(new URL('../../../public/examples/', import.meta.url));

function read(file: string): FlowDoc {
  const result = parseFlowText(readFileSync(`${folder}${file}`, 'utf8'), kinds);
  expect(result.problems).toEqual([]);
  if (!result.ok) throw new Error(`${file} was refused.`);
  return result.value;
}

/** An example with some settings turned, and perhaps a longer run. */
function turned(file: string, untilMs: number, settings: Readonly<Record<string, Settings>> = {}): FlowDoc {
  const doc = read(file);
  const nodes = doc.nodes.map((node) => ({
    ...node,
    settings: { ...node.settings, ...settings[node.id] },
  }));
  return { ...doc, untilMs, nodes };
}

class Measured {
  private readonly simulation: Simulation;

  constructor(doc: FlowDoc) {
    this.simulation = new Simulation(planFlow(doc, runningKinds));
    while (this.simulation.step());
  }

  meanWaitMs(id: string): number {
    return (this.simulation.metrics.figures(this.indexOf(id), measure.wait)?.meanUs ?? 0) / 1000;
  }

  // Whoever asks names the view of the kind that the node has.
  publisher(id: string): PublisherView {
    return this.view(id) as PublisherView;
  }

  bus(id: string): BusView {
    return this.view(id) as BusView;
  }

  handler(id: string): HandlerView {
    return this.view(id) as HandlerView;
  }

  private view(id: string): unknown {
    const index = this.indexOf(id);
    const planned = this.simulation.plan.nodes[index];
    return planned?.kind.behaviour.view(this.simulation.stateOf(index), planned.plan);
  }

  private indexOf(id: string): number {
    return this.simulation.plan.indexOfNode.get(id) ?? -1;
  }
}

const waiting = (bus: BusView) => bus.queues.map((queue) => queue.waitingCount);

describe('every example', () => {
  test('is listed, and every listed file exists', () => {
    expect(readdirSync(folder).toSorted()).toEqual(examples.map(({ file }) => file).toSorted());
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });

  test.each(examples)('$id is accepted without a word and runs for ten seconds', ({ file }) => {
    const simulation = new Simulation(planFlow({ ...read(file), untilMs: 10_000 }, runningKinds));
    while (simulation.step());
    expect(simulation.nowUs).toBeGreaterThan(9_000_000);
    expect(simulation.limit).toBe('');
    expect(simulation.counters.facts().worked).toBeGreaterThan(20);
  });

  test.each(examples)('$id is called in the gallery as it is in its file', ({ file, title }) => {
    expect(textOf('en', title)).toBe(read(file).name);
  });
});

describe('the order flow, which is the first screen', () => {
  const run = new Run(runningKinds);
  const doc = read('order-flow.flow.json');
  run.load(doc);
  const frames = Array.from({ length: 240 }, (_, half) => run.frame({ timeUs: (half + 1) * 500_000 }));
  const nodeOf = (frame: (typeof frames)[number], id: string): NodeFrame | undefined =>
    frame.nodes[doc.nodes.findIndex((node) => node.id === id)];
  const share = (condition: (frame: (typeof frames)[number]) => boolean) =>
    frames.filter(condition).length / frames.length;
  const entries = run.entries({ from: 1, count: 4_000 });
  const secondsOf = (code: string) =>
    (entries.find(({ facts }) => facts.some((fact) => fact.code === code))?.timeUs ?? Infinity) / 1e6;

  test('moves within 300 ms', () => {
    expect(entries.find(({ sent }) => sent.length > 0)?.timeUs).toBeLessThan(300_000);
  });

  test('nearly always has tokens under way, most of the time three or more', () => {
    expect(share(({ flights }) => flights.length > 0)).toBeGreaterThan(0.95);
    expect(share(({ flights }) => flights.length >= 3)).toBeGreaterThan(0.6);
  });

  test('keeps 2 to 8 of 12 places of its queue taken most of the time', () => {
    const isLively = (frame: (typeof frames)[number]) => {
      const depth = Math.max(...waiting(nodeOf(frame, 'orders')?.view as BusView)); // A bus has this view.
      return depth >= 2 && depth <= 8;
    };
    expect(share(isLively)).toBeGreaterThan(0.7);
  });

  test('often blocks Storefront, and shows a retry and a dead letter within 30 seconds', () => {
    expect(share((frame) => nodeOf(frame, 'shop-front')?.lifecycle === 'blocked')).toBeGreaterThan(0.5);
    expect(secondsOf('retry')).toBeLessThan(10);
    expect(secondsOf('dead-lettered')).toBeLessThan(30);
  });
});

describe('a synchronous bus blocks its caller', () => {
  const file = 'blocked-caller.flow.json';

  test('Storefront tops out at 1 / 0.230 s and its backlog grows by what is over', () => {
    const storefront = new Measured(turned(file, 1_000_000)).publisher('storefront');
    expect(storefront.emitted / 1000).toBeCloseTo(1 / 0.23, 2);
    // The standard deviation of so many Poisson arrivals is 71.
    expect(Math.abs(storefront.backlogCount - 652)).toBeLessThan(200);
  });

  test('after the one minute of the lesson 39 orders wait, as predicted', () => {
    expect(new Measured(read(file)).publisher('storefront').backlogCount).toBe(39);
  });

  test('with an asynchronous bus nobody waits, and the slowest handler is busy 60 % of the time', () => {
    const measured = new Measured(turned(file, 1_000_000, { orders: { delivery: 'async' } }));
    expect(measured.publisher('storefront').backlogCount).toBe(0);
    const busy = (measured.handler('email-receipt').done * 0.12) / 1000;
    expect(Math.abs(busy - 0.6)).toBeLessThan(0.03);
  });
});

describe('fan-out', () => {
  const file = 'fan-out.flow.json';

  test('only the queue of the fraud check grows, by 3.3 payments a second', () => {
    const [email, audit, fraud] = waiting(new Measured(turned(file, 1_000_000)).bus('payments'));
    expect(email).toBeLessThan(5);
    expect(audit).toBeLessThan(5);
    expect(Math.abs((fraud ?? 0) - 3333)).toBeLessThan(330);
  });

  test('after the one minute of the lesson about 200 payments wait for it', () => {
    expect(Math.abs((waiting(new Measured(read(file)).bus('payments'))[2] ?? 0) - 200)).toBeLessThan(5);
  });

  test('two workers keep up, 75 % busy', () => {
    const measured = new Measured(turned(file, 1_000_000, { 'fraud-check': { workers: 2 } }));
    expect(waiting(measured.bus('payments'))[2]).toBeLessThan(20);
    const busy = (measured.handler('fraud-check').done * 0.15) / 2 / 1000;
    expect(Math.abs(busy - 0.75)).toBeLessThan(0.03);
  });

  test('a dispatch loop makes everybody wait for the slowest', () => {
    const payments = new Measured(turned(file, 300_000, { payments: { dispatch: 'loop' } })).bus('payments');
    // One round takes 20 + 5 + 150 ms: 5.7 of 10 payments a second get through.
    expect(Math.abs((payments.queues[0]?.waitingCount ?? 0) - 300 * (10 - 1 / 0.175))).toBeLessThan(200);
  });
});

describe('how many consumers', () => {
  const file = 'how-many-consumers.flow.json';
  const waitMs = (workers: number, untilMs: number) =>
    new Measured(turned(file, untilMs, { 'pack-order': { workers } })).meanWaitMs('orders');

  // M/M/c with 20 arrivals a second and a service time of 100 ms: Erlang's C formula.
  test.each([
    [3, 44.4],
    [4, 8.7],
    [6, 0.45],
  ])('%i workers let an order wait %f ms on average', (workers, expectedMs) => {
    const measuredMs = waitMs(workers, 2_000_000);
    expect(Math.abs(measuredMs - expectedMs) / expectedMs).toBeLessThan(0.1);
  });

  test('two workers never settle', () => {
    expect(waitMs(2, 4_000_000)).toBeGreaterThan(2 * waitMs(2, 200_000));
  });

  test('the two minutes of the lesson show what it says', () => {
    expect(waitMs(2, 120_000)).toBeCloseTo(2208, -1);
    expect(waitMs(3, 120_000)).toBeCloseTo(44, -1);
    expect(waitMs(4, 120_000)).toBeCloseTo(9, 0);
    expect(waitMs(6, 120_000)).toBeLessThan(1);
  });
});
