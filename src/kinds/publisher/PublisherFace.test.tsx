import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import type { ZoomLevel } from '#ui/look/FaceProps';
import { LiveTimeContext } from '#ui/look/liveTime';
import { publisherFace } from './PublisherFace';
import { publisherFields } from './publisherFields';
import type { PublisherView } from './PublisherView';

const rest: PublisherView = {
  emitted: 12,
  refused: 0,
  timedOut: 0,
  retries: 0,
  givenUp: 0,
  backlog: [],
  backlogCount: 0,
  retryingCount: 0,
  calling: null,
};
const calling = { token: { number: 3, type: 0, subject: 'a' }, sinceUs: 1_000_000, targets: [1], count: 1 };

function facing(settings: Settings, lifecycle: string, view: Partial<PublisherView> = {}): string {
  const all = { ...defaultsOf(publisherFields), ...settings };
  return renderToStaticMarkup(
    <LiveTimeContext value={{ nowUs: () => 1_120_000, subscribe: () => () => undefined }}>
      <publisherFace.Face
        node={{ id: 'p', kind: 'publisher', name: 'Storefront', x: 0, y: 0, settings: all }}
        settings={all}
        frame={{
          lifecycle,
          sinceUs: 1_050_000,
          last: null,
          view: { ...rest, ...view },
          times: { response: null, wait: null },
          p95Us: null,
          ratePerSecond: 2,
        }}
        stateWord={lifecycle}
        eventTypes={[{ id: 'placed', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }]}
        zoomLevel={'full' satisfies ZoomLevel}
        isSelected={false}
        nodeNames={() => ''}
        wireTargets={() => ''}
      />
    </LiveTimeContext>,
  );
}

test.each([
  [{ interval: { law: 'exponential', mean: 100 } }, 'Poisson'],
  [{ generation: 'bursts', burstSize: 50, burstInterval: { law: 'constant', mean: 2000 } }, '50 at a time'],
  [{ generation: 'onOff', interval: { law: 'constant', mean: 20 } }, 'on and off'],
  [{ generation: 'byHand' }, 'by hand'],
])('says how events come: %j', (settings, words) => {
  expect(facing(settings, 'idle')).toContain(words);
});

test('a caller that is held shows for how long, and what piles up behind it', () => {
  const html = facing({ call: 'wait' }, 'blocked', { calling, backlogCount: 7 });
  expect(html).toMatch(/blocked 120\sms/);
  expect(html).toContain('+7');
});

test('back-offs show for how long all callers have been in them, and how many there are', () => {
  const html = facing({ call: 'wait', clients: 150 }, 'backingOff', { retryingCount: 150 });
  expect(html).toMatch(/backs off 70\sms/);
  expect(html).toContain('150 will be retried');
});

test('with callers to spare, retries are shown beside the states', () => {
  const html = facing({ call: 'wait', clients: 0 }, 'idle', { retryingCount: 3, calling });
  expect(html).toContain('3 will be retried');
  expect(html).toContain('idle');
});
