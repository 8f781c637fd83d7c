import { expect, test, type App } from './app';

const serviceOf = (app: App) => app.inspector.getByRole('spinbutton', { name: 'Service time: Mean' });

test('what is changed while the flow runs is run again to the same virtual time, and undo gives the old run back', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  await app.select('Email receipt');
  const service = serviceOf(app);
  const usual = await service.inputValue();
  await app.play();
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect.poll(() => app.timeMs(), { timeout: 20_000 }).toBeGreaterThan(5_000);

  const playing = await app.timeMs();
  await service.click();
  await page.keyboard.type('900 ms');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo: Service time of Email receipt/ })).toBeEnabled();
  expect(await app.timeMs()).toBeGreaterThanOrEqual(playing);
  await expect.poll(() => app.timeMs()).toBeGreaterThan(playing + 500);
  await app.pause();

  const slow = await app.place();
  expect(slow.timeMs).toBeGreaterThan(5_000);
  await service.click();
  await page.keyboard.type('20 ms');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await app.place()).hash).not.toBe(slow.hash);
  const fast = await app.place();
  expect(fast.timeMs).toBe(slow.timeMs);
  await expect(app.node('Email receipt')).toContainText('20 ms');

  await page.getByRole('button', { name: /^Undo: Service time/ }).click();
  await expect(service).toHaveValue('900 ms');
  await expect.poll(() => app.place()).toEqual(slow);
  await page.getByRole('button', { name: /^Redo: Service time/ }).click();
  await expect.poll(() => app.place()).toEqual(fast);
  await page.getByRole('button', { name: /^Undo: Service time/ }).click();
  await page.getByRole('button', { name: /^Undo: Service time/ }).click();
  await expect(service).toHaveValue(usual);
});

test('moving and renaming a node is no other run', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.goToStep(200);
  const before = await app.place();
  await app.select('Email receipt');
  const place = await app.node('Email receipt').boundingBox();
  await page.mouse.move((place?.x ?? 0) + 60, (place?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((place?.x ?? 0) + 90, (place?.y ?? 0) + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Undo: Move Email receipt/ })).toBeEnabled();
  await page.keyboard.press('F2');
  await page.keyboard.type('Send mail');
  await page.keyboard.press('Enter');
  await expect(app.node('Send mail')).toBeVisible();
  await app.drawPictures();
  expect(await app.place()).toEqual(before);
});

test('another seed is another run of the same flow, and the old seed the old run', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.goToStep(200);
  const before = await app.place();
  const seed = page.getByRole('banner').getByRole('textbox', { name: 'Seed' });
  const old = await seed.inputValue();
  await seed.fill('7');
  await seed.press('Enter');
  await expect.poll(async () => (await app.place()).hash).not.toBe(before.hash);
  expect((await app.place()).timeMs).toBe(before.timeMs);
  const other = await app.place();
  await seed.fill(old);
  await seed.press('Enter');
  await expect.poll(async () => (await app.place()).hash).not.toBe(other.hash);
  // A new run stands at the last step of that moment, which need not be the one that was shown.
  await app.goToStep(200);
  await expect.poll(() => app.place()).toEqual(before);
});
