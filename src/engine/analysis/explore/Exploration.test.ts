import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Exploration } from './Exploration';
import { usualSettings } from './settings';
import { documentOf, type World } from './smallWorlds';

const world: World = {
  types: ['A'],
  nodes: {
    one: ['publisher', { count: 8 }],
    other: ['publisher', { count: 8 }],
    bus: ['bus', { groups: 'one' }],
    worker: ['handler', { workers: 3 }],
  },
  wires: ['one bus', 'other bus', 'bus worker'],
};

function explored(property: string, given: Readonly<Record<string, string>>, events: number | null = null) {
  const parsed = parseFlow(documentOf(world), kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const limits = { ...usualSettings.limits, configurations: 400 };
  const settings = { ...usualSettings, events, limits };
  const made = Exploration.of(parsed.value, runningKinds, { property, arguments: given }, settings);
  if ('problem' in made) throw new Error(made.problem.code);
  while (!made.isOver) made.advance(10_000);
  return made.answer();
}

test('where there is too much to explore, it is told with how many events a property holds for certain', () => {
  const answer = explored('no-deadlock', {});
  expect(answer).toMatchObject({ verdict: 'not-exhausted', stopped: 'configurations', events: null });
  expect(answer.holdsUpTo).toBeGreaterThan(0);
  expect(answer.unreached).toBeNull();
});

test('what breaks a property with few events breaks it, though with more there is too much to explore', () => {
  const answer = explored('at-the-end', { p: 'state.worker != "idle"' });
  expect(answer).toMatchObject({ verdict: 'violated', stopped: null, events: 1, holdsUpTo: 0 });
});

test('nothing else is tried where the number of events was asked for', () => {
  expect(explored('no-deadlock', {}, 8)).toMatchObject({ verdict: 'not-exhausted', holdsUpTo: 0 });
});

test('what would grow far beyond the limit is not tried for long, and how far it holds is told', () => {
  const parsed = parseFlow(JSON.parse(readFileSync('public/examples/saga.flow.json', 'utf8')), kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const limits = { ...usualSettings.limits, configurations: 200_000 };
  const request = { property: 'no-deadlock', arguments: {} };
  const made = Exploration.of(parsed.value, runningKinds, request, { ...usualSettings, limits });
  if ('problem' in made) throw new Error(made.problem.code);
  while (!made.isOver) made.advance(1000);
  const answer = made.answer();
  expect(answer).toMatchObject({ verdict: 'not-exhausted', stopped: 'growth', holdsUpTo: 1 });
  expect(answer.progress.configurations).toBeLessThan(30_000);
});
