import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from '../Run';
import type { Story } from './Story';

const folder = fileURLToPath(new URL('../golden/', import.meta.url));
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.flow.json') ? [name] : []));

function read(name: string): FlowDoc {
  const result = parseFlowText(readFileSync(`${folder}${name}`, 'utf8'), kinds);
  if (!result.ok) throw new Error(name);
  return result.value;
}

function finished(doc: FlowDoc): Run {
  const run = new Run(runningKinds, 20_000);
  run.load(doc);
  while (run.advance(10_000));
  return run;
}

function storyOf(run: Run, number: number): Story {
  let story = run.follow(number);
  while (!story.isComplete) story = run.follow(number);
  return story;
}

test.each(names)('%s: the parts of every life add up to it, and follow one another', (name) => {
  const run = finished(read(name));
  const { eventsPublished, timeUs } = run.summary();
  const odd: string[] = [];
  for (let number = 1; number <= Math.min(eventsPublished, 12); number += 1) {
    const story = storyOf(run, number);
    const own = story.events.find(({ relation }) => relation === 'self');
    expect(own?.token.number).toBe(number);
    for (const { life, bornUs, endUs, token } of story.events) {
      const total = life.reduce((sum, part) => sum + part.toUs - part.fromUs, 0);
      expect(total).toBe((endUs ?? timeUs) - bornUs);
      expect(life.slice(1).map(({ fromUs }) => fromUs)).toEqual(life.slice(0, -1).map(({ toUs }) => toUs));
      for (const part of life) {
        const stay = story.stays[part.stay];
        expect(stay?.event).toBe(token.number);
        const isInside = part.fromUs >= (stay?.fromUs ?? 0) && part.toUs <= (stay?.toUs ?? Infinity);
        if (!isInside) odd.push(`${name} #${token.number} ${JSON.stringify(stay)} ${JSON.stringify(part)}`);
      }
    }
  }
  expect(odd).toEqual([]);
});

test('the life of an event that fails is told try by try, until the dead letters', () => {
  const run = finished(read('max-attempts-dead-letter.flow.json'));
  const story = storyOf(run, 1);
  const own = story.events[0];
  expect(
    own?.life.map(({ stay, fromUs, toUs }) => {
      const { what, node, attempt } = story.stays[stay] ?? {};
      return `${what} at ${node} attempt ${attempt}: ${fromUs}–${toUs}`;
    }),
  ).toEqual([
    'working at 2 attempt 1: 0–10000',
    'working at 2 attempt 2: 10000–20000',
    'working at 2 attempt 3: 20000–30000',
  ]);
  const dead = story.stays.findLast(({ what }) => what === 'kept' || what === 'wire');
  expect(story.facts.map(({ code }) => code)).toContain('dead-lettered');
  expect(dead?.fromUs).toBe(30_000);
});

test('what an event causes is in its story, and in that of what it caused it is an ancestor', () => {
  const run = finished(read('emit-chain.flow.json'));
  const story = storyOf(run, 1);
  const relations = (one: Story) => one.events.map(({ token, relation }) => `${token.number} ${relation}`);
  expect(relations(story)).toEqual(['1 self', '2 descendant', '3 descendant']);
  const child = story.events.find(({ relation }) => relation === 'descendant')?.token.number ?? 0;
  expect(relations(storyOf(run, child))).toEqual(['1 ancestor', '2 self', '3 descendant']);
});

test('asked while the run is not computed to its end, it says what is known, and finds out the rest later', () => {
  const doc = read('max-attempts-dead-letter.flow.json');
  const run = new Run(runningKinds);
  run.load(doc);
  run.advance(4);
  const early = run.follow(1);
  expect(early.isComplete).toBe(false);
  expect(early.knownStep).toBe(4);
  while (run.advance(1000));
  expect(storyOf(run, 1)).toEqual(storyOf(finished(doc), 1));
});

test('an event that never was has an empty story', () => {
  expect(storyOf(finished(read('emit-chain.flow.json')), 999).events).toEqual([]);
});
