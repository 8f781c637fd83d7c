import type { Browser } from '@playwright/test';
import { App, expect, test } from './app';

async function linkOf(app: App): Promise<string> {
  await app.page.getByRole('button', { name: 'Share' }).click();
  const field = app.dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#./);
  const link = await field.inputValue();
  await app.page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  return link;
}

/** Another person: a profile of their own. */
async function somebodyElse(browser: Browser): Promise<App> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return new App(await context.newPage());
}

async function recentFlows(app: App): Promise<readonly string[]> {
  await app.menu('Recent flows …');
  const rows = app.dialog.getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const names = await rows.locator('button:first-child > span:first-child').allInnerTexts();
  await app.page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  return names;
}

test('a link shows somebody else the same step of the same run, with what was done by hand', async ({
  app,
  page,
  browser,
}) => {
  await app.openExample('Order flow');
  await app.goToStep(150);
  await app.select('orders');
  await page.keyboard.press('Shift+P');
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
  await app.select('Payment gateway');
  await page.keyboard.press('p');
  await expect(app.dialog.getByRole('combobox', { name: 'From' })).toHaveValue(/./);
  await app.dialog.getByRole('combobox', { name: 'Event type' }).selectOption('StockReserved');
  await app.dialog.getByRole('textbox', { name: 'Key' }).fill('by-hand');
  await app.dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*2/ })).toBeVisible();
  await app.goToStep(230);
  await expect(app.node('orders')).toHaveAccessibleName(/, paused/);
  const place = await app.place();
  const link = await linkOf(app);
  expect(link.split('#')[1]).toMatch(/^[A-Za-z0-9._-]+[A-Za-z0-9]$/);

  const other = await somebodyElse(browser);
  await other.page.goto(link);
  await expect(other.toast).toContainText('Opened “Order flow” at step 230.');
  await expect.poll(() => other.place()).toEqual(place);
  await expect(other.node('orders')).toHaveAccessibleName(/, paused/);
  await expect(other.player.getByRole('button', { name: 'Play' })).toBeVisible();
  await other.showTab('Interventions');
  await expect(other.bottom.getByText('Pause orders')).toBeVisible();
  await expect(
    other.bottom.getByText('Publish StockReserved with key by-hand at Payment gateway'),
  ).toBeVisible();
  expect(new URL(other.page.url()).hash).toBe('');
  await other.page.context().close();
});

test('a link carries the moment between two steps, too', async ({ app, browser }) => {
  await app.openExample('Poison message and dead letters');
  await app.goToStep(200);
  const atStep = await app.place();
  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  const box = await playhead.boundingBox();
  if (box === null) throw new Error('There is no playhead.');
  // A fifth of twelve seconds in, nothing happens for a while.
  await playhead.click({ position: { x: box.width / 5, y: box.height / 2 } });
  await expect.poll(() => app.timeMs()).not.toBe(atStep.timeMs);
  const moment = await app.place();
  await app.goToStep(moment.step);
  const stepMs = await app.timeMs();
  expect(moment.timeMs).toBeGreaterThan(stepMs);
  await app.showTab('Timeline');
  await playhead.click({ position: { x: box.width / 5, y: box.height / 2 } });
  await expect.poll(() => app.place()).toEqual(moment);
  const link = await linkOf(app);

  const other = await somebodyElse(browser);
  await other.page.goto(link);
  await expect(other.toast).toContainText(`at step ${String(moment.step)}.`);
  await expect.poll(() => other.place()).toEqual(moment);
  await other.page.context().close();
});

test('opening a link keeps the work of the one who opens it', async ({ app, page, browser }) => {
  await app.openExample('Fan-out');
  await app.goToStep(40);
  const place = await app.place();
  const link = await linkOf(app);

  const other = await somebodyElse(browser);
  await other.openEmpty();
  await other.flowName.fill('My own work');
  await other.flowName.press('Enter');
  await other.palette.getByRole('button', { name: 'Store' }).press('Enter');
  await expect(other.page.getByText('saved', { exact: true })).toBeVisible();

  // Into the address bar of the page that is open, and once more into a fresh one.
  await other.page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    link.split('#')[1] ?? '',
  );
  await expect.poll(() => other.place()).toEqual(place);
  await expect(other.flowName).toHaveValue('Fan-out');
  expect(await recentFlows(other)).toContain('My own work');
  await other.menu('Recent flows …');
  await other.dialog.getByRole('button', { name: /^My own work/ }).click();
  await expect(other.flowName).toHaveValue('My own work');
  await expect(other.node('Store')).toBeVisible();
  await other.page.context().close();

  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(() => app.place()).toEqual(place);
});

test('a link opens in Chinese as well', async ({ app, browser }) => {
  await app.openExample('Fan-out');
  await app.goToStep(40);
  const place = await app.place();
  const link = await linkOf(app);

  const other = await somebodyElse(browser);
  await other.open();
  await other.page.getByRole('button', { name: 'Language: 中文' }).click();
  await expect(other.page.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(other.page.getByRole('button', { name: '分享' })).toBeVisible();
  await other.page.goto('about:blank');
  await other.page.goto(link);
  await expect(other.page.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(other.page.getByRole('toolbar', { name: '播放器' })).toBeVisible();
  await expect.poll(() => other.place()).toEqual(place);
  await other.page.context().close();
});
