import type { Page } from '@playwright/test';
import { expect, test } from './app';

/** Lets the test end the workers in which flows run as a crash would, behind the page's back. */
async function keepHoldOfWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        if (String(given[0]).includes('runWorker')) workers.push(this);
      }
    };
  });
}

/** How many workers were started so far; ends the latest when asked to. */
const workers = (page: Page, shallEnd: boolean) =>
  page.evaluate((end) => {
    // The script above keeps them there.
    const { workers: all } = window as unknown as { workers: Worker[] };
    if (end) all.at(-1)?.terminate();
    return all.length;
  }, shallEnd);

test('a worker that dies while the flow plays costs nothing: the run goes on, with the same hash at the same step', async ({
  app,
  page,
}) => {
  await keepHoldOfWorkers(page);
  await app.openExample('Order flow');
  await app.goToStep(400);
  const before = await app.place();
  await app.backToStart();
  await app.play();
  await expect.poll(() => app.step()).toBeGreaterThan(20);
  const started = await workers(page, true);
  const killedAt = await app.step();
  await expect.poll(() => app.step(), { timeout: 20_000 }).toBeGreaterThan(killedAt + 50);
  await app.pause();
  await app.goToStep(400);
  await expect.poll(() => app.place(), { timeout: 20_000 }).toEqual(before);
  expect(await workers(page, false)).toBeGreaterThan(started);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a worker that dies while the page rests is noticed with the next question', async ({ app, page }) => {
  await keepHoldOfWorkers(page);
  await app.openExample('Fan-out');
  await app.goToStep(100);
  const before = await app.place();
  await app.goToStep(120);
  await workers(page, true);
  const service = app.inspector.getByRole('spinbutton', { name: 'Seed' });
  await page.keyboard.press('Escape');
  await service.fill('9');
  await service.press('Enter');
  await page.getByRole('button', { name: /^Undo: Seed/ }).click();
  await app.goToStep(100);
  await expect.poll(() => app.place(), { timeout: 20_000 }).toEqual(before);
});

test('when the worker that paints tokens dies, the page paints them itself', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.play();
  await expect.poll(async () => (await app.paintedPixels()).count).toBeGreaterThan(0);
  const painter = page.workers().find((worker) => worker.url().includes('tokenWorker'));
  const painted = await app.canvas.locator('canvas').elementHandle();
  await painter?.evaluate(() => self.close());
  // Another canvas takes the place of the one that was handed over, and tokens move on it.
  await expect.poll(() => painted?.evaluate((canvas) => canvas.isConnected)).toBe(false);
  await expect.poll(async () => (await app.paintedPixels()).count).toBeGreaterThan(0);
  const { sum } = await app.paintedPixels();
  await expect.poll(async () => (await app.paintedPixels()).sum).not.toBe(sum);
  expect(page.workers().some((worker) => worker.url().includes('tokenWorker'))).toBe(false);
});
