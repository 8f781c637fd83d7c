import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { missingFrom } from '#engine/model/Ledger';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { HandlerView } from './HandlerView';
import { waitingLines } from './waitingLines';

const handlerIndex = 2;

/** Four events at once for one worker that takes 100 ms, and what a person did at 50 ms. */
function runWith(settings: object, event: number | null): Run {
  const afterStep = event === null ? 0 : runWith(settings, null).frame({ timeUs: 50_000 }).step;
  const result = parseFlow(
    {
      busbar: 1,
      name: 'by hand',
      seed: 1,
      untilMs: 0,
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: {
            generation: 'script',
            script: Array.from({ length: 4 }, (_, index) => ({
              atMs: 0,
              type: 'OrderPlaced',
              key: `k${index + 1}`,
            })),
          },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        {
          id: 'stock',
          kind: 'handler',
          x: 0,
          y: 0,
          settings: { workers: 1, service: { law: 'constant', mean: 100 }, ...settings },
        },
      ],
      wires: [
        { id: 'placed', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'to-stock', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
      ],
      interventions:
        event === null
          ? []
          : [
              {
                id: 'i1',
                atUs: 50_000,
                afterStep,
                action: { do: 'advance', node: 'stock', event, queue: '' },
              },
            ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  while (run.advance(1_000));
  return run;
}

function viewAt(run: Run, timeMs: number): HandlerView {
  return run.frame({ timeUs: timeMs * 1000 }).nodes[handlerIndex]?.view as HandlerView;
}

const workedOn = (run: Run) =>
  [50, 150, 250, 350].map((timeMs) => viewAt(run, timeMs).working[0]?.token.number);

test.each([
  ['an inbox', { mode: 'async', inboxCapacity: 0 }],
  ['an inbox with a guard', { mode: 'async', inboxCapacity: 0, ratePerSecond: 1000 }],
])('what waits in %s is let go first by hand, and the others keep their order', (_, settings) => {
  expect(workedOn(runWith(settings, null))).toEqual([1, 2, 3, 4]);
  const run = runWith(settings, 4);
  expect(workedOn(run)).toEqual([1, 4, 2, 3]);
  const before = waitingLines(viewAt(runWith(settings, null), 50)).flatMap(({ tokens }) => tokens);
  expect(before.map(({ number }) => number)).toEqual([2, 3, 4]);
  const { nodes } = run.totals({ timeUs: 250_000 });
  const lines = nodes.flatMap((one) => one.lines);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.map(missingFrom)).toEqual(lines.map(() => 0));
});

test('what is in hand, or does not wait there, changes nothing', () => {
  const settings = { mode: 'async', inboxCapacity: 0 };
  const later = workedOn(runWith(settings, null)).slice(1);
  expect(later).toEqual([2, 3, 4]);
  expect(workedOn(runWith(settings, 1)).slice(1)).toEqual(later);
  expect(workedOn(runWith(settings, 99)).slice(1)).toEqual(later);
});
