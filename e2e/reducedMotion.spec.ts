import { expect, test } from './app';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('who asked for less motion finds the first flow at rest, and it plays only when asked', async ({
  app,
}) => {
  await app.open();
  await expect(app.flowName).toHaveValue('Order flow');
  await app.drawPictures(30);
  expect(await app.step()).toBe(0);
  await expect(app.player.getByRole('button', { name: 'Play' })).toBeVisible();
  await app.play();
  await expect.poll(() => app.step()).toBeGreaterThan(5);
});

test('without motion each step shows badges on the wires that stay where they are', async ({ app, page }) => {
  await app.open();
  const stepTo = async (last: number) => {
    for (let index = (await app.step()) + 1; index <= last; index += 1) {
      await page.keyboard.press('F11');
      await expect.poll(() => app.step()).toBe(index);
    }
    await app.drawPictures(3);
  };
  // Where nothing is on the wires any more, nothing is drawn there.
  await stepTo(12);
  await expect(page.getByRole('contentinfo')).toContainText('0 on wires');
  expect((await app.paintedPixels()).count).toBe(0);
  await stepTo(14);
  await expect(page.getByRole('contentinfo')).toContainText('1 on wires');
  const badges = await app.paintedPixels();
  expect(badges.count).toBeGreaterThan(300);
  // No glide: whatever the step changed, it changed at once.
  await app.drawPictures(20);
  expect(await app.paintedPixels()).toEqual(badges);

  // While it plays, the badges change only with the steps, and not with the time between them.
  for (let notch = 0; notch < 4; notch += 1) await page.keyboard.press('[');
  await app.play();
  const samples: { readonly step: number; readonly sum: number }[] = [];
  for (let index = 0; index < 40; index += 1) {
    const before = await app.step();
    const { sum } = await app.paintedPixels();
    if ((await app.step()) === before) samples.push({ step: before, sum });
  }
  const sumsOf = (at: number) => new Set(samples.filter(({ step: of }) => of === at).map(({ sum }) => sum));
  const steps = [...new Set(samples.map(({ step: at }) => at))];
  expect(samples.length).toBeGreaterThan(steps.length);
  // One picture may be of the step before, which the clock has just left.
  for (const at of steps) expect(sumsOf(at).size).toBeLessThanOrEqual(2);
});

test('the setting of the page stills motion as the system would', async ({ browser }) => {
  const page = await browser.newPage({ reducedMotion: 'no-preference' });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('button', { name: 'Menu of the flow' }).click();
  await page.getByRole('menuitem', { name: 'Reduced motion' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page.getByTestId('step')).toHaveText('0');
  await page.close();
});
