import type { Page } from '@playwright/test';
import { expect, test, type App } from './app';

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** Ten million events in ten minutes of virtual time, at one server. */
const flow = {
  busbar: 1,
  name: 'Ten million orders',
  untilMs: 600_000,
  eventTypes: [{ id: 'OrderPlaced' }],
  nodes: [
    {
      id: 'shop',
      kind: 'publisher',
      name: 'Storefront',
      x: 0,
      y: 0,
      settings: { interval: exponential(0.06) },
    },
    { id: 'orders', kind: 'bus', name: 'Orders', x: 300, y: 0 },
    { id: 'stock', kind: 'handler', name: 'Stock', x: 640, y: 0, settings: { service: exponential(0.05) } },
  ],
  wires: [
    { id: 'w1', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
    { id: 'w2', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
  ],
};

async function openLongRun(app: App): Promise<void> {
  await app.open();
  await app.page.keyboard.press('Control+o');
  await app.page.getByLabel('Choose a file …').setInputFiles({
    name: 'long.flow.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(flow)),
  });
  await expect(app.flowName).toHaveValue(flow.name);
  if (await app.isPlaying) await app.pause();
  await app.backToStart();
}

/** Clicks into the strip of the whole run, at a share of its length. */
async function scrubTo(app: App, share: number): Promise<void> {
  await app.showTab('Timeline');
  const box = await app.bottom.getByRole('slider', { name: 'Playhead', exact: true }).boundingBox();
  if (box === null) throw new Error('There is no playhead.');
  await app.page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

const computedSteps = async (page: Page) => {
  const text = await page.getByTestId('computing').innerText();
  return Number(/([\d,]+) steps/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
};

test('a run of millions of events shows its progress, is cancelled, goes on, and is seen in its middle and backwards', async ({
  app,
  page,
}) => {
  await openLongRun(app);

  const progress = page.getByRole('progressbar', { name: 'Computing the run' });
  await expect(progress).toBeVisible();
  await expect(page.getByTestId('computing')).toContainText(/% computed/);
  await expect(page.getByTestId('computing')).toContainText(/events\/s/);
  await expect(page.getByTestId('computing-narration')).toContainText('Computing the run');
  await expect.poll(() => computedSteps(page), { timeout: 60_000 }).toBeGreaterThan(2_000_000);

  await page.getByTestId('computing').getByRole('button', { name: 'Cancel' }).click();
  const status = page.getByTestId('run-status');
  await expect(status).toHaveAttribute('data-status', 'cancelled');
  await expect(progress).toBeHidden();
  await expect(page.getByTestId('computing-narration')).toContainText('Computing stopped');
  const cancelledText = await status.innerText();
  await page.waitForTimeout(500);
  expect(await status.innerText()).toBe(cancelledText);

  // What is known stays, up to its last step, and not beyond.
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect.poll(() => app.step(), { timeout: 20_000 }).toBeGreaterThan(2_000_000);
  const knownMs = await app.timeMs();

  await status.getByRole('button', { name: 'Compute on' }).click();
  await expect(progress).toBeVisible();
  await expect.poll(() => computedSteps(page), { timeout: 60_000 }).toBeGreaterThan(6_000_000);
  await app.command('Stop computing the run');
  await expect(status).toHaveAttribute('data-status', 'cancelled');

  // The middle of what is known, by the scrubber's keys, one step back, and the same place once more.
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect.poll(() => app.timeMs(), { timeout: 20_000 }).toBeGreaterThan(knownMs);
  const lastMs = await app.timeMs();
  await scrubTo(app, lastMs / 2 / flow.untilMs);
  await expect.poll(() => app.timeMs(), { timeout: 20_000 }).toBeLessThan(lastMs * 0.6);
  expect(await app.timeMs()).toBeGreaterThan(lastMs * 0.4);
  const middle = await app.place();
  await app.page.keyboard.press('Shift+F11');
  await expect.poll(() => app.step(), { timeout: 20_000 }).toBe(middle.step - 1);
  const before = await app.place();
  expect(before.hash).not.toBe(middle.hash);
  await app.page.keyboard.press('F11');
  await expect
    .poll(() => app.place(), { timeout: 20_000 })
    .toMatchObject({ step: middle.step, hash: middle.hash });

  // Whoever plays beyond what is known has the rest computed.
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect.poll(() => app.timeMs(), { timeout: 20_000 }).toBe(lastMs);
  await app.play();
  await expect(progress).toBeVisible();
  await expect.poll(() => app.timeMs(), { timeout: 20_000 }).toBeGreaterThan(lastMs);
});
