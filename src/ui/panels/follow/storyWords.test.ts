import { beforeAll, expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { loadTexts } from '#ui/i18n/catalogue';
import { lifeLines, lifeUs, longestPart } from './storyWords';
import { waterfallRows } from './waterfallRows';

beforeAll(() => loadTexts('en'));

/** One order, which a handler fails to work off three times, with pauses, before it goes to the dead letters. */
function storyOfFailure() {
  const wire = (id: string, from: string, port: string, to: string) => ({
    id,
    from: { node: from, port },
    to: { node: to, port: 'in' },
  });
  const constant = (mean: number) => ({ law: 'constant', mean });
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'failure',
      untilMs: 0,
      eventTypes: [{ id: 'order' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: { generation: 'script', script: [{ atMs: 5, type: 'order', key: 'k' }] },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0, settings: { delay: constant(40) } },
        {
          id: 'mail',
          kind: 'handler',
          x: 0,
          y: 0,
          settings: {
            service: constant(10),
            failureProbability: 1,
            retries: 2,
            backoff: 'fixed',
            backoffMs: 100,
            jitter: 0,
          },
        },
        { id: 'dead', kind: 'bus', x: 0, y: 0, settings: { purpose: 'deadLetters' } },
      ],
      wires: [
        wire('a', 'shop', 'out', 'orders'),
        wire('b', 'orders', 'out', 'mail'),
        wire('c', 'mail', 'deadLetter', 'dead'),
      ],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const run = new Run(runningKinds);
  run.load(parsed.value);
  while (run.advance(1000));
  const story = run.follow(1);
  const [event] = story.events;
  if (event === undefined) throw new Error('There is no event.');
  return { story, event };
}

test('a life is told line by line: published, waits, tries, what became of it', () => {
  const { story, event } = storyOfFailure();
  const lines = lifeLines(story, event).map(({ atUs, text, node, forUs, attempt }) => {
    return `${atUs / 1000} ${text.replace('why.', '')} at ${node}${forUs === null ? '' : ` for ${forUs / 1000}`}${attempt > 1 ? ` (${attempt})` : ''}`;
  });
  expect(lines).toEqual([
    '5 life.published at 0',
    '5 life.delayed at 1 for 40',
    '45 life.working at 2 for 10',
    '55 life.backingOff at 2 for 100 (2)',
    '155 life.working.try at 2 for 10 (2)',
    '165 life.backingOff at 2 for 100 (3)',
    '265 life.working.try at 2 for 10 (3)',
    '275 end.failed at 2',
    '275 end.dead-lettered at 2',
    '275 life.kept at 3',
  ]);
});

test('most of its time is that of all parts of one sort in one place together', () => {
  const { story, event } = storyOfFailure();
  expect(lifeUs(event)).toBe(270_000);
  expect(longestPart(story, event)).toMatchObject({
    us: 200_000,
    totalUs: 270_000,
    stay: { what: 'backingOff', node: 2 },
  });
});

test('the waterfall has a row for each place, in the order in which the event came there', () => {
  const { story } = storyOfFailure();
  const { rows, span } = waterfallRows(story);
  expect(span).toEqual({ fromUs: 5_000, toUs: 275_000 });
  expect(rows.map(({ places }) => places.map(({ node, stays }) => [node, stays.length]))).toEqual([
    [
      [1, 1],
      [2, 5],
    ],
  ]);
});
