import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { FakeRun, frameAt } from './fakeRun';
import type { Request } from './protocol';
import { RunClient } from './RunClient';
import type { RunListener, RunPort } from './RunPort';
import { RunServer } from './RunServer';

const docOf = (seed: number): FlowDoc => ({
  busbar: 1,
  name: '',
  description: '',
  seed,
  untilMs: 0,
  eventTypes: [],
  nodes: [],
  wires: [],
  interventions: [],
  faults: [],
  protocols: [],
});

/** Workers that live in timers; `isDeaf` ones never answer, as if they had hung themselves up. */
function workers(isDeaf: (number: number) => boolean = () => false) {
  const started: { readonly requests: Request[]; readonly listener: RunListener }[] = [];
  const createPort = (listener: RunListener): RunPort => {
    const number = started.length;
    const requests: Request[] = [];
    started.push({ requests, listener });
    let isAlive = true;
    let clockMs = 0;
    const server = new RunServer(new FakeRun(), {
      post: (response) => setTimeout(() => isAlive && listener.respond(structuredClone(response)), 1),
      later: (work) => setTimeout(() => isAlive && work(), 1),
      // Every look at the clock costs 4 ms: a slice is a few portions long.
      now: () => (clockMs += 4),
    });
    return {
      send(request) {
        requests.push(request);
        setTimeout(() => isAlive && !isDeaf(number) && server.receive(structuredClone(request)), 1);
      },
      end() {
        isAlive = false;
      },
    };
  };
  return { started, createPort };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

test('answers are typed by their question and each promise gets its own', async () => {
  const { createPort } = workers();
  const client = new RunClient(createPort);
  const answers = Promise.all([
    client.ask('load', docOf(20)),
    client.ask('frame', { step: 7 }),
    client.ask('hashAt', { step: 3 }),
  ]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await answers).toEqual([frameAt(0), frameAt(7), 'hash3']);
});

test('a killed worker is replaced, loads the document again and answers what was open', async () => {
  const { createPort, started } = workers();
  const client = new RunClient(createPort);
  void client.ask('load', docOf(2000));
  await vi.advanceTimersByTimeAsync(50);
  client.killForTest();
  const frame = client.ask('frame', { step: 1999 });
  const hash = client.ask('hashAt', { step: 1500 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(await frame).toEqual(frameAt(1999));
  expect(await hash).toBe('hash1500');
  expect(started).toHaveLength(2);
  expect(started[1]?.requests.map(({ ask }) => ask)).toEqual(['load', 'frame', 'hashAt']);
});

test('a worker that dies while it computes on by itself is missed too', async () => {
  const { createPort, started } = workers();
  const client = new RunClient(createPort);
  const reports: boolean[] = [];
  client.onProgress = ({ isComplete }) => reports.push(isComplete);
  void client.ask('load', docOf(10_000_000));
  await vi.advanceTimersByTimeAsync(20);
  client.killForTest();
  await vi.advanceTimersByTimeAsync(3600);
  expect(started).toHaveLength(2);
  const before = reports.length;
  await vi.advanceTimersByTimeAsync(300);
  expect(reports.length).toBeGreaterThan(before);
  client.stop();
});

test('an idle worker with a complete run is left in peace', async () => {
  const { createPort, started } = workers();
  const client = new RunClient(createPort);
  void client.ask('load', docOf(20));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(started).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('an error of the worker replaces it at once', async () => {
  const { createPort, started } = workers();
  const client = new RunClient(createPort);
  const loaded = client.ask('load', docOf(20));
  started[0]?.listener.fail('Out of memory');
  await vi.advanceTimersByTimeAsync(50);
  expect(await loaded).toEqual(frameAt(0));
  expect(started).toHaveLength(2);
});

test('when no worker ever answers, the questions are refused instead of waiting for ever', async () => {
  const { createPort, started } = workers(() => true);
  const client = new RunClient(createPort);
  const loaded = client.ask('load', docOf(20)).catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await loaded).toContain('The worker does not answer.');
  expect(started.length).toBeLessThan(6);
  expect(vi.getTimerCount()).toBe(0);
});

test('the latest document is the one that is loaded again', async () => {
  const { createPort, started } = workers();
  const client = new RunClient(createPort);
  void client.ask('load', docOf(20));
  void client.ask('load', docOf(30));
  await vi.advanceTimersByTimeAsync(50);
  client.killForTest();
  const frame = client.ask('frame', { step: 30 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(await frame).toEqual(frameAt(30));
  expect(started[1]?.requests[0]).toMatchObject({ ask: 'load', with: [{ seed: 30 }] });
});
