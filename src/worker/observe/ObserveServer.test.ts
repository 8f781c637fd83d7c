import { kinds } from '#kinds/index';
import { parseFlow } from '#engine/model/parseFlow';
import { expect, test } from 'vitest';
import type { ObserveResponse, RunObservation, RunSource } from './observeProtocol';
import { ObserveServer } from './ObserveServer';
import { RunWatch } from './RunWatch';

const parsed = parseFlow(
  {
    busbar: 1,
    name: 'Pairs',
    seed: 3,
    untilMs: 20_000,
    eventTypes: [{ id: 'a' }, { id: 'b' }],
    nodes: [
      {
        id: 'shop',
        kind: 'publisher',
        x: 0,
        y: 0,
        settings: {
          mix: [{ type: 'a' }, { type: 'b' }],
          interval: { law: 'exponential', mean: 10 },
          keys: 5,
        },
      },
      { id: 'bus', kind: 'bus', x: 300, y: 0 },
      { id: 'clerk', kind: 'handler', x: 600, y: 0 },
    ],
    wires: [
      { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'bus', port: 'in' } },
      { id: 'out', from: { node: 'bus', port: 'out' }, to: { node: 'clerk', port: 'in' } },
    ],
  },
  kinds,
);
if (!parsed.ok) throw new Error('the flow is sound');
const source: RunSource = { doc: parsed.value, bus: 1, order: 'publish', isPerKey: true };

/** A server whose thread has a clock that moves on by a tenth of a second at each look. */
function start() {
  const told: ObserveResponse[] = [];
  const waiting: (() => void)[] = [];
  let nowMs = 0;
  const server = new ObserveServer({
    post: (response) => told.push(response),
    later: (work) => waiting.push(work),
    now: () => (nowMs += 100),
  });
  const settle = () => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) work();
  };
  const observations = (id: number): readonly RunObservation[] =>
    told.flatMap((one) => (one.id === id && one.tells === 'observation' ? [one.value] : []));
  return { server, told, waiting, settle, observations };
}

function gathered(reach: number): RunObservation {
  const watch = new RunWatch(source, reach);
  while (watch.advance(1000));
  return watch.report();
}

test('a watch ends with what the run has, however it is sliced, and tells how far it is on the way', () => {
  const { server, settle, observations } = start();
  server.receive({ ask: 'watch', id: 1, source, reach: Infinity });
  settle();
  const all = observations(1);
  expect(all.length).toBeGreaterThan(1);
  expect(all.at(-1)).toEqual(gathered(Infinity));
  expect(all.slice(0, -1).every(({ isComplete }) => !isComplete)).toBe(true);
  expect(all.map(({ steps }) => steps)).toEqual(all.map(({ steps }) => steps).toSorted((a, b) => a - b));
});

test('a watch goes no further than the run is known, and on from there', () => {
  const { server, settle, observations } = start();
  server.receive({ ask: 'watch', id: 1, source, reach: 700 });
  settle();
  expect(observations(1).at(-1)).toEqual(gathered(700));
  server.receive({ ask: 'reach', id: 1, reach: 1900 });
  settle();
  expect(observations(1).at(-1)).toEqual(gathered(1900));
  expect(observations(1).at(-1)?.steps).toBe(1900);
});

test('two watches go on side by side, and one that is ended is heard of no more', () => {
  const { server, settle, waiting, observations } = start();
  server.receive({ ask: 'watch', id: 1, source, reach: Infinity });
  server.receive({ ask: 'watch', id: 2, source: { ...source, isPerKey: false }, reach: Infinity });
  waiting.shift()?.();
  const before = observations(1).length;
  server.receive({ ask: 'end', id: 1 });
  settle();
  expect(observations(1).length).toBe(before);
  expect(observations(1).some(({ isComplete }) => isComplete)).toBe(false);
  expect(observations(2).at(-1)?.observed.keys).toBe(1);
});

test('what is inferred is told, and a bug is told as a failure', () => {
  const { server, settle, told } = start();
  server.receive({ ask: 'infer', id: 1, observed: gathered(500).observed, k: 1 });
  expect(told.at(-1)).toMatchObject({ id: 1, tells: 'inference', value: { ok: true } });
  const broken = { ...parsed.value, nodes: [] } as unknown as RunSource['doc']; // As no importer lets it through.
  server.receive({ ask: 'watch', id: 2, source: { ...source, doc: broken }, reach: 10 });
  settle();
  expect(told.at(-1)).toMatchObject({ id: 2, tells: 'failure' });
});
