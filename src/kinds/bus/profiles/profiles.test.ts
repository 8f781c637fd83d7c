import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { bus } from '../bus';
import { busFields } from '../busFields';
import { characterOf } from '../characterOf';
import { profiles } from './index';

const node = (id: string, kind: string, settings: object = {}) => ({ id, kind, x: 0, y: 0, settings });
const wire = (from: string, to: string) => ({
  id: `${from}-${to}`,
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
});

function flowWith(settings: object) {
  const script = Array.from({ length: 20 }, (_, n) => ({ atMs: n, type: 'a', key: `k${n % 3}` }));
  return parseFlow(
    {
      busbar: 1,
      name: 'profile',
      untilMs: 0,
      eventTypes: [{ id: 'a' }],
      nodes: [
        node('shop', 'publisher', { generation: 'script', script, call: 'wait' }),
        node('bus', 'bus', settings),
        node('one', 'handler', { service: { law: 'constant', mean: 2 } }),
        node('two', 'handler', { service: { law: 'constant', mean: 2 } }),
      ],
      wires: [wire('shop', 'bus'), wire('bus', 'one'), wire('bus', 'two')],
    },
    kinds,
  );
}

test('no two profiles share an id, or all of their settings', () => {
  expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
  expect(new Set(profiles.map((one) => JSON.stringify(characterOf(one)))).size).toBe(profiles.length);
});

test('a bus offers them all, each with every setting that tells it from others', () => {
  expect(bus.profiles?.map(({ id }) => id)).toEqual(profiles.map(({ id }) => id));
  for (const { settings } of bus.profiles ?? [])
    expect(Object.keys(settings)).toEqual(Object.keys(bus.profiles?.[0]?.settings ?? {}));
});

test.each(profiles)('$id: every setting exists and is valid', ({ settings }) => {
  const known = new Set(busFields.map(({ id }) => id));
  expect(Object.keys(settings).filter((id) => !known.has(id))).toEqual([]);
  const result = flowWith(settings);
  expect(result.problems).toEqual([]);
  expect(result.ok && result.value.nodes[1]?.settings).toMatchObject(settings);
});

test.each(profiles)('$id: says nothing that has no effect beside its other settings', (profile) => {
  const character = characterOf(profile);
  const idle = busFields.filter(
    ({ id, when }) =>
      Object.hasOwn(profile.settings, id) &&
      (when ?? []).some(({ field, is }) => !is.some((one) => one === character[field])),
  );
  expect(idle.map(({ id }) => id)).toEqual([]);
});

test.each(profiles)('$id: delivers everything to subscribers that keep up', ({ settings }) => {
  const result = flowWith(settings);
  if (!result.ok) throw new Error('The flow is wrong.');
  const run = new Run(runningKinds);
  run.load(result.value);
  while (run.advance(1_000));
  const { status, facts } = run.summary();
  expect(status).toBe('ended');
  expect(facts.worked).toBe(20 * (settings['groups'] === 'one' ? 1 : 2));
});
