import type { Browser } from '@playwright/test';
import { accessibilityFindings } from './accessibilityFindings';
import { documentOf, type World } from '../src/engine/analysis/explore/smallWorlds';
import { App, expect, test } from './app';

// The checker of accessibility brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

/** What was worked comes back, and is worked again. */
const carousel: World = {
  types: ['Ride'],
  nodes: {
    source: ['publisher', { count: 1 }],
    carousel: ['bus', { groups: 'one' }],
    rider: ['handler', { workers: 2, actions: [{ do: 'emit', type: 'Ride' }] }],
  },
  wires: ['source carousel', 'carousel rider', 'rider carousel'],
};

/** Another person: a profile of their own. */
async function somebodyElse(browser: Browser): Promise<App> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return new App(await context.newPage());
}

test('a newcomer explores every order of two services, watches them freeze, shares that run, and tries again', async ({
  app,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await app.openExample('Two services answer each other and freeze');
  // Smaller queues and bursts freeze in the same way, after fewer situations.
  for (const bus of ['sales', 'billing']) {
    await app.select(bus);
    const capacity = page.getByRole('spinbutton', { name: 'Queue capacity' });
    await capacity.fill('3');
    await capacity.press('Enter');
  }
  await page.getByRole('button', { name: 'Explore all orders' }).click();
  await app.bottom.getByRole('textbox', { name: 'Events of a source' }).fill('4');
  const explore = app.bottom.getByRole('button', { name: 'Explore', exact: true });
  await explore.click();
  await expect(app.bottom.getByText('Violated: nothing gets stuck.')).toBeVisible({ timeout: 60_000 });
  await expect(app.bottom.getByText('The shortest run that breaks it has 32 steps:')).toBeVisible();
  await expect(app.bottom.getByRole('listitem')).toHaveCount(32);

  await app.bottom.getByRole('button', { name: 'Show this run on the canvas' }).click();
  const banner = page.getByRole('region', { name: 'Counterexample' });
  await expect(banner).toContainText(/Step \d+ of 32/);
  await expect.poll(() => app.step(), { timeout: 60_000 }).toBe(32);
  await expect(app.node('sales')).toHaveAccessibleName(/full/);
  await expect(app.node('billing')).toHaveAccessibleName(/full/);
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Share' }).click();
  const field = app.dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#./);
  const other = await somebodyElse(browser);
  await other.open(await field.inputValue());
  const theirs = other.page.getByRole('region', { name: 'Counterexample' });
  await expect(theirs).toContainText('32');

  await other.select('billing');
  const capacity = other.page.getByRole('spinbutton', { name: 'Queue capacity' });
  await capacity.fill('1');
  await capacity.press('Enter');
  await expect(theirs).toContainText(/The flow has changed: this run is possible only up to step \d+ of 32/);
  await capacity.fill('4');
  await capacity.press('Enter');
  await other.page.getByRole('button', { name: 'Explore all orders' }).click();
  await other.bottom.getByRole('textbox', { name: 'Events of a source' }).fill('4');
  await other.bottom.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(other.bottom.getByText('Holds: nothing gets stuck.')).toBeVisible({ timeout: 60_000 });
});

test('exploring can be stopped, and says that it is not done', async ({ app, page }) => {
  await app.openExample('Two services answer each other and freeze');
  await page.getByRole('button', { name: 'Explore all orders' }).click();
  await app.bottom
    .getByRole('combobox', { name: 'What must hold' })
    .selectOption('no event is lost, dropped or expires');
  await app.bottom.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(app.bottom.getByTestId('explore-progress')).toContainText('situations');
  await app.bottom.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(app.bottom.getByText('It was stopped. What comes later is not known.')).toBeVisible();
});

test('a newcomer asks for a condition, learns what is never reached, and what is wrong with a condition', async ({
  app,
  page,
}) => {
  await app.openExample('A synchronous bus blocks its caller');
  await page.getByRole('button', { name: 'Explore all orders' }).click();
  const property = app.bottom.getByRole('combobox', { name: 'What must hold' });
  const explore = app.bottom.getByRole('button', { name: 'Explore', exact: true });
  await app.bottom.getByRole('textbox', { name: 'Events of a source' }).fill('1');

  await property.selectOption('a condition never holds');
  const condition = app.bottom.getByRole('textbox', { name: 'Condition', exact: true });
  await expect(condition).toHaveValue('waiting["orders"] <= 3');
  await condition.fill('working["Charge card"] > 1');
  await explore.click();
  await expect(app.bottom.getByText('Holds: it never holds that working["Charge card"] > 1.')).toBeVisible();

  await property.selectOption('anything may happen: just look at everything');
  await explore.click();
  await expect(app.bottom.getByText('Holds: everything was looked at.')).toBeVisible();
  const never = app.bottom.getByRole('region', { name: 'Never reached in any order' });
  await expect(never).toContainText('States: Storefront (');
  await expect(never).toContainText('What no event ever is: failed, sent to dead letters');
  expect(await accessibilityFindings(page)).toEqual([]);

  await property.selectOption('one condition leads to another');
  await condition.fill('state["Storefront"] == "blocked"');
  await app.bottom.getByRole('textbox', { name: 'Second condition' }).fill('working["Charge card"] == 2');
  await explore.click();
  await expect(app.bottom.getByText(/^Violated: whenever state\["Storefront"\] == "blocked"/)).toBeVisible();
  await expect(app.bottom.getByText(/The shortest run that breaks it has \d+ steps:/)).toBeVisible();

  await condition.fill('waiting["nobody"] > 1');
  await explore.click();
  await expect(app.bottom.getByRole('alert')).toContainText(
    'p is "nobody"; name one of these nodes: Storefront',
  );
  await app.command('切换到中文');
  await expect(page.getByText('p 是 "nobody"；请写下列节点之一：Storefront')).toBeVisible();
});

test('exploring ends, and says so, when another flow is opened', async ({ app, page }) => {
  await app.openExample('Two services answer each other and freeze');
  await page.getByRole('button', { name: 'Explore all orders' }).click();
  await app.bottom
    .getByRole('combobox', { name: 'What must hold' })
    .selectOption('no event is lost, dropped or expires');
  await app.bottom.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(app.bottom.getByTestId('explore-progress')).toContainText('situations');
  await app.command('Examples …');
  await app.dialog.getByRole('button', { name: 'A synchronous bus blocks its caller' }).click();
  await expect(
    app.bottom.getByText('Another flow was opened: exploring the one before was stopped.'),
  ).toBeVisible();
  await expect(app.bottom.getByRole('button', { name: 'Explore', exact: true })).toBeVisible();
});

test('a run that goes round for ever is told, and played', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Control+o');
  await page.getByLabel('Choose a file …').setInputFiles({
    name: 'carousel.flow.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(documentOf(carousel))),
  });
  await expect(app.node('carousel')).toBeVisible();
  await page.getByRole('button', { name: 'Explore all orders' }).click();
  await app.bottom
    .getByRole('combobox', { name: 'What must hold' })
    .selectOption('a condition holds at some time in every run');
  await app.bottom.getByRole('textbox', { name: 'Condition', exact: true }).fill('working["rider"] == 2');
  await app.bottom.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(app.bottom.getByText('Violated: in every run it holds at some time that')).toBeVisible();
  await expect(
    app.bottom.getByText(/^A run that breaks it by going round for ever: after \d+ steps these \d+ repeat/),
  ).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Show this run on the canvas' }).click();
  const banner = page.getByRole('region', { name: 'Counterexample' });
  await expect(banner).toContainText(/steps \d+ to \d+ repeat for ever/, { timeout: 60_000 });
});
