import type { BrowserContext } from '@playwright/test';
import { App, expect, test } from './app';

async function secondTab(context: BrowserContext): Promise<App> {
  const tab = new App(await context.newPage());
  await tab.page.goto('/');
  await tab.ready();
  return tab;
}

async function write(app: App, name: string): Promise<void> {
  await app.openEmpty();
  await app.flowName.fill(name);
  await app.flowName.press('Enter');
}

const addByKey = (app: App, item: string) =>
  app.palette.getByRole('button', { name: item, exact: true }).press('Enter');

const isSaved = (app: App) => expect(app.page.getByText('saved', { exact: true })).toBeVisible();

test('reloading the page keeps the work and the place in the run', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.select('Email receipt');
  await page.keyboard.press('F2');
  await page.keyboard.type('Send mail');
  await page.keyboard.press('Enter');
  await expect(app.node('Send mail')).toBeVisible();
  await app.goToStep(90);
  const place = await app.place();
  // The list of recent flows saves first what is not saved yet.
  await app.menu('Recent flows …');
  await expect(app.dialog.getByRole('button', { name: /^Order flow/ })).toContainText('open now');
  await page.reload();
  await expect(app.node('Send mail')).toBeVisible();
  await expect.poll(() => app.place()).toEqual(place);
  expect(await app.isPlaying).toBe(false);
});

test('every flow that was changed is among the recent ones, opens from there, and can be deleted', async ({
  app,
  page,
}) => {
  await write(app, 'First flow');
  await addByKey(app, 'Store');
  await isSaved(app);
  await app.menu('New flow');
  await app.flowName.fill('Second flow');
  await app.flowName.press('Enter');
  await addByKey(app, 'Handler');
  await isSaved(app);

  await app.menu('Recent flows …');
  await expect(app.dialog.getByRole('button', { name: /^Second flow/ })).toContainText('open now');
  await app.dialog.getByRole('button', { name: /^First flow/ }).click();
  await expect(app.dialog).toBeHidden();
  await expect(app.flowName).toHaveValue('First flow');
  await expect(app.node('Store')).toBeVisible();
  await expect(app.node('Handler')).toHaveCount(0);

  await app.menu('Recent flows …');
  await app.dialog.getByRole('button', { name: 'Delete Second flow' }).click();
  await expect(app.dialog.getByRole('button', { name: /^Second flow/ })).toHaveCount(0);
  await page.reload();
  await app.menu('Recent flows …');
  await expect(app.dialog.getByRole('button', { name: /^First flow/ })).toBeVisible();
  await expect(app.dialog.getByRole('button', { name: /^Second flow/ })).toHaveCount(0);
});

test('two tabs on one flow lose nothing: the later one goes on with a copy and says so', async ({
  app,
  context,
}) => {
  await write(app, 'Shared desk');
  await addByKey(app, 'Publisher');
  await isSaved(app);
  const other = await secondTab(context);
  await expect(other.flowName).toHaveValue('Shared desk');
  await expect(other.node('Publisher')).toBeVisible();

  await addByKey(other, 'Store');
  await expect(other.node('Store')).toBeVisible();
  await isSaved(other);
  await addByKey(app, 'Handler');
  await expect(app.node('Handler')).toBeVisible();
  await expect(app.toast).toContainText('Another tab changed this flow too.');
  await isSaved(app);

  const third = await secondTab(context);
  await third.menu('Recent flows …');
  const rows = third.dialog.getByRole('button', { name: /^Shared desk/ });
  await expect(rows).toHaveCount(2);
  const found: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    if (index > 0) await third.menu('Recent flows …');
    await rows.nth(index).click();
    await expect(third.dialog).toBeHidden();
    await expect(third.node('Publisher')).toBeVisible();
    for (const name of ['Store', 'Handler']) {
      if (await third.node(name).isVisible()) found.push(name);
    }
  }
  expect(found.toSorted()).toEqual(['Handler', 'Store']);
});

test('a flow saved as a file opens again as the same flow with the same run', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.goToStep(90);
  const place = await app.place();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const path = await download.path();
  await app.menu('New flow');
  await expect(page.getByText('An empty canvas')).toBeVisible();
  await page.keyboard.press('Control+o');
  await page.getByLabel('Choose a file …').setInputFiles(path);
  await expect(app.flowName).toHaveValue('Order flow');
  await app.goToStep(90);
  expect(await app.place()).toEqual(place);
});
