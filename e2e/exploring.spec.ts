import type { Browser } from '@playwright/test';
import { accessibilityFindings } from './accessibilityFindings';
import { App, expect, test } from './app';

// The checker of accessibility brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

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
