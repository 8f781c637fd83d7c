import { expect, test } from './app';

test('a newcomer sees a flow run within seconds, can stop it, and finds it again where it stopped', async ({
  app,
  page,
}) => {
  await page.goto('/');

  const pause = app.player.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  await expect(pause).toBeInViewport();
  await expect(app.flowName).toHaveValue('Order flow');
  await expect(app.node('Storefront')).toBeVisible();
  await expect(app.wire('Storefront', 'orders')).toBeVisible();

  const before = await app.timeMs();
  await expect.poll(() => app.timeMs(), { timeout: 3_000 }).toBeGreaterThan(before);
  await expect.poll(async () => (await app.paintedPixels()).count).toBeGreaterThan(100);
  const tokens = await app.paintedPixels();
  await expect.poll(async () => (await app.paintedPixels()).sum).not.toBe(tokens.sum);
  await expect(app.canvas.getByRole('img', { name: /^Handler .*, busy/ }).first()).toBeVisible();

  await app.pause();
  const rest = await app.place();
  expect(rest.step).toBeGreaterThan(0);
  const still = await app.paintedPixels();
  await app.drawPictures();
  expect(await app.place()).toEqual(rest);
  expect(await app.paintedPixels()).toEqual(still);
});
