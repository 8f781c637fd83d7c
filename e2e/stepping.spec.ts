import { expect, test, type App, type Place } from './app';
import { sketchOf } from './speed/sketches';

interface Picture extends Place {
  /** Every node as it is read out: name, state, figures. */
  readonly nodes: readonly (string | null)[];
}

async function picture(app: App): Promise<Picture> {
  const place = await app.place();
  const nodes = await app.canvas
    .locator('[id^="flow-node-"]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
  return { ...place, nodes };
}

test('thirty steps forward and thirty back show the same thirty pictures', async ({ app, page }) => {
  await app.openExample('Order flow');
  const seen: Picture[] = [await picture(app)];
  for (let step = 1; step <= 30; step += 1) {
    await page.keyboard.press('F11');
    await expect.poll(() => app.step()).toBe(step);
    seen.push(await picture(app));
  }
  expect(new Set(seen.map(({ hash }) => hash)).size).toBe(31);
  const times = seen.map(({ timeMs }) => timeMs);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(seen.map(({ nodes }) => nodes.join())).size).toBeGreaterThan(10);

  for (let step = 29; step >= 0; step -= 1) {
    await page.keyboard.press('Shift+F11');
    await expect.poll(() => app.step()).toBe(step);
    await expect.poll(() => picture(app)).toEqual(seen[step]);
  }
  await page.keyboard.press('Shift+Period');
  await expect.poll(() => picture(app)).toEqual(seen[1]);
});

test('a flow too busy to be followed stands exactly where it is paused, and can be stepped from there', async ({
  app,
  page,
}) => {
  const busy = { name: 'Busy', rows: 6, handlers: 1, reach: 2, rate: 400, latency: 0, seconds: 60 };
  await app.openFlow(sketchOf(busy));
  if (!(await app.isPlaying)) await app.play();
  await expect.poll(() => app.timeMs(), { timeout: 60_000 }).toBeGreaterThan(3_000);
  expect((await app.paintedPixels()).count).toBeGreaterThan(0);
  await app.pause();
  const paused = await picture(app);
  expect(paused.step).toBeGreaterThan(10_000);

  await page.keyboard.press('F11');
  await expect.poll(() => app.step()).toBe(paused.step + 1);
  for (const step of [paused.step, paused.step - 1]) {
    await page.keyboard.press('Shift+F11');
    await expect.poll(() => app.step()).toBe(step);
  }
  await app.goToStep(5);
  await app.goToStep(paused.step);
  const { step, hash, nodes } = paused;
  await expect.poll(() => picture(app)).toMatchObject({ step, hash, nodes });
});

test('the log and the timeline lead to any step, and the run is the same there', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.goToStep(120);
  const there = await picture(app);
  expect(there.timeMs).toBeGreaterThan(0);
  await expect(app.bottom.getByRole('row', { name: /^120 / })).toHaveAttribute('aria-current', 'step');

  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  const box = await playhead.boundingBox();
  if (box === null) throw new Error('There is no playhead.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(async () => Math.abs((await app.timeMs()) - 60_000)).toBeLessThan(500);
  await playhead.press('ArrowLeft');
  const late = await app.place();
  expect(late.step).toBeGreaterThan(1_000);
  await playhead.press('ArrowRight');
  await expect.poll(() => app.step()).toBe(late.step + 1);

  await app.goToStep(120);
  await expect.poll(() => picture(app)).toEqual(there);
});

test('the person may choose which pending step goes next, and that becomes part of the run', async ({
  app,
}) => {
  await app.openExample('Order flow');
  await app.goToStep(60);
  const before = await app.place();
  await app.showTab('Next steps');
  const choices = app.bottom.getByRole('button', { name: /^Do this next: / });
  await expect.poll(() => choices.count()).toBeGreaterThan(1);
  await choices.last().click();
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
  await expect.poll(() => app.step()).toBe(before.step + 1);
  const picked = await app.place();
  await app.page.keyboard.press('Control+z');
  await expect(app.toast).toContainText('Undid: Choose the next step');
  await app.goToStep(picked.step);
  expect((await app.place()).hash).not.toBe(picked.hash);
});
