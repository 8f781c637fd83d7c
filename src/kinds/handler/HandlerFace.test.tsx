import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import type { FaceProps } from '#ui/look/FaceProps';
import { LiveTimeContext } from '#ui/look/liveTime';
import { handlerFace } from './HandlerFace';
import { handlerFields } from './handlerFields';
import type { HandlerView } from './HandlerView';

const rest: HandlerView = {
  working: [],
  busy: 0,
  inbox: [],
  inboxCount: 0,
  door: [],
  doorCount: 0,
  done: 0,
  failed: 0,
  deadLettered: 0,
  dropped: 0,
  lost: 0,
  chart: null,
  lastFailure: null,
};
const token = { number: 316, type: 0, subject: 'order-1' };

/** A first attempt of one event, begun at one second. */
const work = (change: Partial<HandlerView['working'][number]> = {}): HandlerView['working'][number] => ({
  token,
  items: 1,
  phase: 'working',
  sinceUs: 1_000_000,
  untilUs: 1_200_000,
  attempt: 1,
  attempts: 1,
  ...change,
});

function facing(
  settings: Settings,
  view: Partial<HandlerView> | null,
  change: Partial<FaceProps> & { readonly lifecycle?: string } = {},
): string {
  const all = { ...defaultsOf(handlerFields), ...settings };
  const lifecycle = change.lifecycle ?? 'idle';
  const frame = {
    lifecycle,
    sinceUs: 1_000_000,
    last: null,
    view: { ...rest, ...view },
    times: { response: null, wait: null },
    p95Us: 71_000,
    ratePerSecond: 2,
  };
  const at = { nowUs: () => 1_120_000, subscribe: () => () => undefined };
  const element: ReactNode = (
    <LiveTimeContext value={at}>
      <handlerFace.Face
        node={{ id: 'h', kind: 'handler', name: 'Reserve stock', x: 0, y: 0, settings: all }}
        settings={all}
        frame={view === null ? null : frame}
        stateWord={lifecycle}
        eventTypes={[{ id: 'placed', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }]}
        zoomLevel="full"
        isSelected={false}
        nodeNames={() => ''}
        wireTargets={() => ''}
        {...change}
      />
    </LiveTimeContext>
  );
  return renderToStaticMarkup(element).replaceAll('\u00a0', ' ');
}

const normal: Settings = { service: { law: 'normal', mean: 55, deviation: 15 }, mode: 'async', workers: 3 };

test('at rest it shows name and law, before a run exists as well', () => {
  for (const view of [null, {}]) {
    const html = facing(normal, view);
    expect(html).toContain('Reserve stock');
    expect(html).toContain('async · 55 ms ± 15');
    expect(html.match(/data-busy="false"/g)).toHaveLength(3);
  }
});

test('while it works, the token rides the bar with its number, and one square is filled', () => {
  const working = [work()];
  const html = facing(normal, { working, busy: 1 }, { lifecycle: 'busy' });
  expect(html).toContain('#316');
  expect(html.match(/data-busy="true"/g)).toHaveLength(1);
  expect(html).toContain('p95 71 ms');
});

test('while it backs off it says which attempt comes, and when', () => {
  const working = [work({ phase: 'backingOff', untilUs: 1_520_000, attempt: 3, attempts: 4 })];
  const html = facing({ ...normal, retries: 3 }, { working, busy: 1 }, { lifecycle: 'backingOff' });
  expect(html).toContain('retry 2 of 3 in 400 ms');
});

test('while it waits for an answer it says so, and for how long', () => {
  const working = [work({ phase: 'calling', untilUs: null })];
  expect(facing(normal, { working, busy: 1 }, { lifecycle: 'calling' })).toContain(
    '#316 waits for an answer 120 ms',
  );
});

test('after giving up it says after how many tries, with the crossed token', () => {
  const lastFailure = { token, atUs: 1_000_000, attempts: 3 };
  const html = facing(normal, { lastFailure, failed: 1 });
  expect(html).toContain('gave up after 3 tries');
  expect(html).toContain('var(--danger)');
});

test('down and paused are said in words, and for how long', () => {
  expect(facing(normal, {}, { lifecycle: 'down' })).toContain('down for 120 ms');
  expect(facing(normal, {}, { lifecycle: 'paused' })).toContain('paused for 120 ms');
});

test('an open circuit says for how long, and a half-open one shows the attempt that tries', () => {
  const settings = { ...normal, breakerFailures: 5 };
  expect(facing(settings, {}, { lifecycle: 'open' })).toContain('circuit open for 120 ms');
  const working = [work()];
  expect(facing(settings, { working, busy: 1 }, { lifecycle: 'halfOpen' })).toContain('#316');
});

test('who waits for a token or for a full batch is told so', () => {
  expect(facing({ ...normal, ratePerSecond: 5 }, { inboxCount: 2 }, { lifecycle: 'throttled' })).toContain(
    'waits for its rate 120 ms',
  );
  expect(facing({ ...normal, batchSize: 9 }, { inboxCount: 2 }, { lifecycle: 'gathering' })).toContain(
    '2 gather 120 ms',
  );
});

test('a batch rides the bar as its first, with the number of the others', () => {
  const working = [work({ items: 3 })];
  expect(facing(normal, { working, busy: 1 }, { lifecycle: 'busy' })).toContain('#316 +2');
});

test('who waits is shown as tokens, and beyond three as a number', () => {
  const inbox = Array.from({ length: 5 }, (_, number) => ({ ...token, number }));
  expect(facing(normal, { inbox, inboxCount: 5 })).toContain('+2');
});

test('many workers are told by numbers, an unlimited number without an end', () => {
  expect(facing({ ...normal, workers: 40 }, { busy: 7 })).toContain('7 / 40');
  expect(facing({ ...normal, workers: 0 }, { busy: 7 })).toContain('7 busy');
});

test.each(['compact', 'silhouette', 'block'] as const)(
  'at the %s level the box stays and the text goes',
  (zoomLevel) => {
    const html = facing(normal, { busy: 2 }, { zoomLevel, lifecycle: 'busy' });
    expect(html.includes('Reserve stock')).toBe(zoomLevel === 'compact');
    expect(html.includes('2 / 3')).toBe(zoomLevel === 'compact');
    expect(html).not.toContain('55 ms');
  },
);

test('an open call is on its wires exactly while a worker waits', () => {
  const calling = {
    ...rest,
    working: [work({ phase: 'calling', untilUs: null })],
  };
  expect(handlerFace.isCalling(calling, 0, 0)).toBe(true);
  expect(handlerFace.isCalling(rest, 0, 0)).toBe(false);
  expect(handlerFace.isCalling(null, 0, 0)).toBe(false);
});
