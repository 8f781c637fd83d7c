import type { Page } from '@playwright/test';
import { expect, test, type App } from '../app';
import { report } from './report';
import { sketchOf, type Sketch } from './sketches';
import { watchPage, type Watched } from './watchPage';

const watchedMs = 4000;

/** Opens a document in the page, at rest before its first step. */
async function openSketch(app: App, sketch: Sketch): Promise<void> {
  await app.open();
  await app.page.keyboard.press('Control+o');
  await app.page.getByLabel('Choose a file …').setInputFiles({
    name: 'sketch.flow.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(sketch)),
  });
  await expect(app.flowName).toHaveValue(sketch.name);
  if (await app.isPlaying) await app.pause();
  await app.backToStart();
  await app.page.keyboard.press('1');
}

/** The same nodes and wires as React Flow draws them by itself. */
async function openPlain(page: Page, sketch: Sketch): Promise<void> {
  await page.goto(`http://127.0.0.1:${process.env['BUSBAR_PLAIN_PORT']}/plain.html`);
  await page.waitForLoadState('networkidle');
  await page.evaluate((data) => window.postMessage(data, '*'), sketch);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
}

/** Turns the wheel and drags over the middle of the canvas, as fast as the browser takes it. */
async function panAndZoom(page: Page): Promise<void> {
  const { mouse } = page;
  const end = performance.now() + watchedMs;
  await mouse.move(720, 300);
  for (let turn = 0; performance.now() < end; turn += 1) {
    await mouse.down({ button: 'middle' });
    for (let step = 0; step < 20; step += 1) {
      const angle = (step / 20) * 2 * Math.PI;
      await mouse.move(720 + 150 * Math.sin(angle), 300 + 100 * (1 - Math.cos(angle)));
    }
    await mouse.up({ button: 'middle' });
    for (let step = 0; step < 6; step += 1) await mouse.wheel(0, turn % 2 === 0 ? -60 : 60);
  }
}

const rest = (page: Page) => page.waitForTimeout(watchedMs);

async function besides(
  app: App,
  page: Page,
  sketch: Sketch,
  perform: (page: Page) => Promise<void>,
): Promise<{ readonly ours: Watched; readonly plain: Watched }> {
  await openSketch(app, sketch);
  const ours = await watchPage(page, () => perform(page));
  await openPlain(page, sketch);
  return { ours, plain: await watchPage(page, () => perform(page)) };
}

test('playing 60 nodes and 100 wires at 10,000 events a second', async ({ app, page }) => {
  const sketch = sketchOf({ name: 'Busy', rows: 20, handlers: 1, rate: 500, latency: 0, seconds: 60 });
  await openSketch(app, sketch);
  await app.play();
  const ours = await watchPage(page, () => rest(page));
  await openPlain(page, sketch);
  report('playing, 10,000 events a second', ours, await watchPage(page, () => rest(page)));
});

test('a thousand tokens in flight between a hundred nodes', async ({ app, page }) => {
  const sketch = sketchOf({ name: 'In flight', rows: 33, handlers: 1, rate: 5, latency: 3000, seconds: 60 });
  await openSketch(app, sketch);
  await app.play();
  await page.waitForTimeout(6500);
  const ours = await watchPage(page, () => rest(page));
  await openPlain(page, sketch);
  report('1,000 tokens in flight', ours, await watchPage(page, () => rest(page)));
});

for (const count of [500, 2000]) {
  test(`panning and zooming ${count} nodes`, async ({ app, page }) => {
    const rows = Math.round(count / 6);
    const sketch = sketchOf({ name: 'Large', rows, handlers: 4, rate: 1, latency: 0, seconds: 10 });
    const { ours, plain } = await besides(app, page, sketch, panAndZoom);
    report(`${sketch.nodes.length} nodes, panned and zoomed`, ours, plain);
  });
}

test('scrubbing through a hundred thousand steps', async ({ app, page }) => {
  const sketch = sketchOf({ name: 'Long', rows: 5, handlers: 2, rate: 20, latency: 0, seconds: 100 });
  await openSketch(app, sketch);
  await expect(page.getByTestId('computing')).toBeHidden({ timeout: 120_000 });
  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  const box = await playhead.boundingBox();
  if (box === null) throw new Error('There is no playhead.');
  const ours = await watchPage(page, async () => {
    const end = performance.now() + watchedMs;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 2, y);
    await page.mouse.down();
    for (let turn = 0; performance.now() < end; turn += 1) {
      await page.mouse.move(box.x + box.width * (0.5 - 0.48 * Math.cos(turn / 40)), y);
    }
    await page.mouse.up();
  });
  report('scrubbing 100,000 steps', ours, null);
});

test('until the first token moves, at 10 Mbit a second', async ({ app, page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 1.25e6,
    uploadThroughput: 1.25e6,
  });
  await page.goto('/');
  await expect.poll(() => app.step(), { intervals: [20] }).toBeGreaterThan(0);
  const ms = await page.evaluate(() => performance.now());
  console.log(`the first step is shown after at most ${(ms / 1000).toFixed(2)} s (goal 1.0 s)`);
});
