import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { HandlerView } from './HandlerView';

/*
 * The metastable failure of Bronson et al. (2021): a server of 100/s under 70/s stalls once for two seconds; clients that
 * give up after half a second and try three more times keep it overloaded long after the stall.
 */

const constant = (mean: number) => ({ law: 'constant', mean });

/** Share of the clients' events that were served, by ten seconds of the run. */
function successes(client: Settings): readonly number[] {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'retry storm',
      seed: 1,
      untilMs: 50_000,
      eventTypes: [{ id: 'Order' }, { id: 'Request' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: {
            generation: 'interval',
            interval: { law: 'exponential', mean: 1000 / 70 },
            mix: [{ type: 'Order', weight: 1 }],
            call: 'fireAndForget',
          },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        {
          id: 'client',
          kind: 'handler',
          x: 0,
          y: 0,
          settings: {
            workers: 0,
            service: constant(0),
            timeoutMs: 500,
            retries: 3,
            backoffMs: 0,
            actions: [{ do: 'emit', type: 'Request' }],
            ...client,
          },
        },
        { id: 'calls', kind: 'bus', x: 0, y: 0, settings: { delivery: 'sync', reading: 'blockingCall' } },
        { id: 'server', kind: 'handler', x: 0, y: 0, settings: { service: constant(10) } },
      ],
      wires: [
        { id: 'w1', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'w2', from: { node: 'orders', port: 'out' }, to: { node: 'client', port: 'in' } },
        { id: 'w3', from: { node: 'client', port: 'out' }, to: { node: 'calls', port: 'in' } },
        { id: 'w4', from: { node: 'calls', port: 'out' }, to: { node: 'server', port: 'in' } },
      ],
      interventions: [
        { id: 'i1', atUs: 20e6, afterStep: 0, action: { do: 'pause', node: 'server' } },
        { id: 'i2', atUs: 22e6, afterStep: 0, action: { do: 'resume', node: 'server' } },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  while (run.advance(10_000));
  const counts = Array.from({ length: 6 }, (_, index) => {
    const view = run.frame({ timeUs: index * 10e6 }).nodes[2]?.view as HandlerView; // Node 2 is the client.
    return { done: view.done, failed: view.failed };
  });
  return counts.slice(1).map(({ done, failed }, index) => {
    const before = counts[index] ?? { done: 0, failed: 0 };
    const ended = done - before.done + failed - before.failed;
    return ended === 0 ? 0 : Math.round(((done - before.done) / ended) * 100) / 100;
  });
}

test('after a stall of two seconds nobody is served any more, unless a retry budget holds the clients back', () => {
  expect(successes({}).slice(3)).toEqual([0, 0]);
  expect(successes({ retryBudget: 0.1, retryBudgetPerSecond: 0 }).slice(3)).toEqual([1, 1]);
});
