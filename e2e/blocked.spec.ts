import { expect, test, type App } from './app';

const moments = 20;

/** At how many of some moments, half a second apart from the tenth second on, Storefront is blocked. */
async function blockedMoments(app: App): Promise<number> {
  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  await app.backToStart();
  await playhead.press('PageUp');
  await playhead.press('PageUp');
  let blocked = 0;
  for (let moment = 1; moment <= moments; moment += 1) {
    const before = await app.timeMs();
    await playhead.press('Shift+ArrowRight');
    await expect.poll(() => app.timeMs()).toBeGreaterThan(before);
    const label = await app.node('Storefront').getAttribute('aria-label');
    if (label?.includes(', blocked') === true) blocked += 1;
  }
  return blocked;
}

test('a synchronous bus blocks its caller for everybody to see, and an asynchronous one never does', async ({
  app,
}) => {
  await app.openExample('A synchronous bus blocks its caller');
  const storefront = app.node('Storefront');
  expect(await blockedMoments(app)).toBeGreaterThan(moments / 2);
  await expect(storefront).toHaveAccessibleName(/, blocked/);
  await expect(storefront).toContainText(/blocked \d/);

  await app.select('orders');
  await app.inspector.getByRole('radio', { name: 'Asynchronous' }).check();
  await expect(app.wire('Storefront', 'orders')).toHaveAccessibleName(/asynchronous/);
  expect(await blockedMoments(app)).toBe(0);
  await expect(storefront).not.toContainText('blocked');

  await app.select('Storefront');
  await app.inspector.getByRole('tab', { name: 'Metrics' }).click();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect.poll(() => app.metric('Published')).toBeGreaterThan(200);
  expect(await app.metric('Due and waiting')).toBe(0);
  await expect(storefront).toHaveAccessibleName(/, p95 0\sms/);
});
