import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { judgeFlow } from './judgeFlow';

const folder = 'public/examples/';
const files = readdirSync(folder);

/** What the lessons show on purpose, or leave out because they are about something else, by template. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'back-pressure': ['overloaded-behind-limit count-dropping'],
  // Failures are what the two are compared by; nobody wants the events back.
  'circuit-breaker': ['given-up-and-lost bare', 'given-up-and-lost guarded'],
  'dual-write-and-outbox': [
    'dual-write place-dual',
    'given-up-and-lost place-dual',
    'given-up-and-lost relay',
  ],
  'fan-out': ['overloaded fraud-check'],
  'how-many-consumers': ['overloaded pack-order'],
  'idempotent-consumer': ['not-idempotent no-memory'],
  'loop-with-gain': ['loop-gain rival-robot'],
  'order-flow': ['retry-in-step email-receipt'],
  overtaking: ['order-lost update-test', 'order-lost update-view'],
  'priority-starvation': ['overloaded pack-ageing', 'overloaded pack-strict', 'starvation strict'],
  'retry-storm': ['retry-without-pause shops'],
  // The ends of an order are told, and nobody has to do anything about them.
  saga: ['unwanted-type events'],
  'thundering-herd': ['retry-without-end herd', 'retry-without-end spread'],
  'two-services-freeze': ['capacity-deadlock sales'],
};

test.each(files)('%s is warned of nothing but what its lesson shows', (file) => {
  const parsed = parseFlowText(readFileSync(folder + file, 'utf8'), judgedKinds);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
  const found = judgeFlow(parsed.value, judgedKinds).map(({ code, nodes }) => `${code} ${nodes[0] ?? ''}`);
  expect(found.toSorted()).toEqual(meant[file.replace('.flow.json', '')] ?? []);
});
