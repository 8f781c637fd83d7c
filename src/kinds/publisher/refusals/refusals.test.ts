import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { callFields } from '../callFields';
import type { PublisherView } from '../PublisherView';
import { testFlow } from '../testFlow';
import { refusalReactions } from './index';

test('the options of the setting are the reactions of the list, in its order', () => {
  const field = callFields.find(({ id }) => id === 'onRefusal');
  expect(field).toMatchObject({ options: refusalReactions.map(({ id }) => id) });
});

test.each(refusalReactions.flatMap(({ id }) => [1, 3, 0].map((clients) => [id, clients] as const)))(
  '%s with %d callers: every event is taken or given up, and the run ends',
  (onRefusal, clients) => {
    const settings = {
      generation: 'bursts',
      burstSize: 7,
      burstInterval: { law: 'constant', mean: 25 },
      count: 40,
      call: 'wait',
      callTimeoutMs: 30,
      refusalBackoffMs: 9,
      refusalRetries: 2,
      onRefusal,
      clients,
    };
    const around = { bus: { reading: 'blockingCall' }, handler: { failureProbability: 0.3 } };
    const result = parseFlow(testFlow(settings, around), kinds);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const run = new Run(runningKinds);
    run.load(result.value);
    while (run.advance(1_000));
    const { status, eventsPublished, facts, steps } = run.summary();
    const view = run.frame({ step: steps }).nodes[0]?.view as PublisherView; // Node 0 is the publisher.
    expect(status).toBe('ended');
    expect(view).toMatchObject({
      calling: null,
      retryingCount: 0,
      backlogCount: 0,
      retries: facts.retry ?? 0,
    });
    expect(view.givenUp).toBeGreaterThan(0);
    expect(view.givenUp).toBeLessThan(eventsPublished);
    expect(onRefusal === 'retry' ? facts.dropped : view.givenUp).toBe(view.givenUp);
    expect(eventsPublished < 40).toBe(onRefusal === 'stop');
  },
);
