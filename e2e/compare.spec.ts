import { accessibilityFindings } from './accessibilityFindings';
import { App, expect, test } from './app';

const firstDifference = (app: App) => app.bottom.getByTestId('first-difference');
const headlines = (app: App) => app.bottom.getByTestId('headlines');
const figures = (app: App) => app.bottom.getByRole('table', { name: 'Figures of both runs' });

async function setNumber(app: App, label: string, value: string): Promise<void> {
  const field = app.inspector.getByRole('spinbutton', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

async function keepRun(app: App): Promise<void> {
  await app.showTab('Compare');
  await app.bottom.getByRole('button', { name: 'Keep this run and branch here' }).click();
}

async function show(app: App, view: 'Side by side' | 'Figures' | 'Branches'): Promise<void> {
  await app.bottom.getByRole('button', { name: view }).click();
}

test('a number is turned while the run before stays: first difference, both pictures, figures', async ({
  app,
  page,
}) => {
  await app.openExample('Head-of-line blocking');
  await keepRun(app);
  await expect(app.bottom.getByText('B and A are set alike')).toBeVisible();
  await expect(app.bottom.getByText(/^Both runs are the same from beginning to end/)).toBeVisible();
  await app.select('Print everything');
  await setNumber(app, 'Workers', '2');
  await expect(app.bottom.getByText('Workers of Print everything: 1 → 2')).toBeVisible();
  await expect(firstDifference(app)).toContainText(
    /sets out for Print everything, there at .* in A, nothing more/,
  );
  await expect(headlines(app)).toContainText('better');
  const step = Number(await firstDifference(app).getAttribute('data-step'));
  await firstDifference(app).getByRole('button', { name: 'Go there' }).click();
  await expect.poll(() => app.step()).toBe(step);
  const clock = await page.getByTestId('clock').innerText();
  for (const name of [/^B · this run$/, /^A · compared$/]) {
    const side = app.bottom.getByRole('region', { name });
    await expect(side.locator('canvas')).toBeVisible();
    await expect(side.getByTitle(/^First difference/)).toBeVisible();
    await expect(side.getByText(clock, { exact: true })).toBeVisible();
  }
  expect(await accessibilityFindings(page)).toEqual([]);
  await show(app, 'Figures');
  await expect(
    figures(app).getByRole('row', { name: /^p95 of wait one queue for all .*−.*better$/ }),
  ).toBeVisible();
  await app.bottom.getByRole('combobox', { name: 'Over' }).selectOption('the run up to the playhead');
  await expect(figures(app).getByRole('row', { name: /^p95 of wait one queue/ })).toHaveCount(0);
  await app.bottom.getByRole('checkbox', { name: 'Only what differs' }).uncheck();
  await expect(figures(app).getByRole('row', { name: /^published whole run/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('dragging a number shows the difference as it is turned', async ({ app, page }) => {
  await app.openExample('Head-of-line blocking');
  await keepRun(app);
  await app.select('Print everything');
  const field = app.inspector.getByRole('spinbutton', { name: 'Workers', exact: true });
  const box = await field.boundingBox();
  if (box === null) throw new Error('The field is not shown.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y, { steps: 3 });
  await expect(app.bottom.getByText('Workers of Print everything: 1 → 2')).toBeVisible();
  await expect(headlines(app)).toContainText(/better/);
  const before = await headlines(app).innerText();
  await page.mouse.move(x + 10, y, { steps: 3 });
  await expect(app.bottom.getByText('Workers of Print everything: 1 → 3')).toBeVisible();
  await expect(headlines(app)).not.toHaveText(before, { useInnerText: true });
  await page.mouse.up();
});

test('a queue may grow: fewer are dropped, later they come; opening the other branch turns it round', async ({
  app,
}) => {
  await app.openExample('Back-pressure choices');
  await app.select('views, dropping');
  await setNumber(app, 'Queue capacity', '500');
  await app.command('Compare with before the last change');
  await expect(app.bottom.getByText('Queue capacity of views, dropping: 100 → 500')).toBeVisible();
  await expect(headlines(app)).toContainText(/fewer dropped better/);
  await show(app, 'Figures');
  await expect(figures(app).getByRole('row', { name: /^mean wait views, dropping .* worse$/ })).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Open A instead; B is kept' }).click();
  await expect(app.bottom.getByText('Queue capacity of views, dropping: 500 → 100')).toBeVisible();
  await expect(headlines(app)).toContainText(/more dropped worse/);
});

test('branches are named, opened, compared, deleted and brought back; a reload keeps them', async ({
  app,
  page,
}) => {
  await app.openExample('Retry storm');
  await keepRun(app);
  await app.select('Price service');
  await setNumber(app, 'Workers', '2');
  await page.keyboard.press('Escape');
  await page.locator('body').press('b');
  await show(app, 'Branches');
  const tree = app.bottom.getByRole('list', { name: 'Tree of branches' });
  const names = tree.getByRole('textbox', { name: 'Name of the branch' });
  await expect(names).toHaveCount(3);
  await names.nth(1).fill('Two workers');
  await names.nth(1).press('Enter');
  await expect(tree).toContainText('from A at 0.000 s, step 0');
  await expect(tree).toContainText('Workers of Price service: 1 → 2');
  expect(await accessibilityFindings(page)).toEqual([]);
  await tree.getByRole('button', { name: 'Compare with branch A' }).click();
  await tree.getByRole('button', { name: 'Delete branch Two workers' }).click();
  await expect(names).toHaveCount(2);
  await expect(app.toast).toContainText('Branch Two workers deleted.');
  await page.locator('body').press('Control+z');
  await expect(names).toHaveCount(3);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.reload();
  await app.ready();
  await app.showTab('Compare');
  await show(app, 'Branches');
  await expect(names).toHaveCount(3);
  await expect(names.nth(1)).toHaveValue('Two workers');
  await tree.getByRole('button', { name: 'Open branch A' }).click();
  await app.select('Price service');
  await expect(app.inspector.getByRole('spinbutton', { name: 'Workers', exact: true })).toHaveValue('1');
});

test('a delivery is lost in a branch, and what that changes is told with what it means, either way round', async ({
  app,
  page,
}) => {
  await app.openExample('Poison message and dead letters');
  // The invoice that can never be sent is on its way to the sender that would try it again in place.
  await app.goToStep(192);
  await app.showTab('Next steps');
  await app.bottom.getByRole('checkbox', { name: /^Try it in a branch/ }).check();
  await app.bottom.getByRole('button', { name: 'Drop: InvoiceDue #20 reaches Retry in place' }).click();
  await expect(app.bottom.getByRole('tab', { name: 'Compare', selected: true })).toBeVisible();
  await expect(app.bottom.getByText(/^by hand: Drop/)).toBeVisible();
  await expect(firstDifference(app)).toContainText('From step 193');
  // In the midst of the steps of one moment the other run stands at the same step, not behind all of them.
  const other = page.getByRole('region', { name: 'Picture of A' });
  await expect(
    other.getByRole('img', { name: /Hand back.* stands otherwise than in this run$/ }),
  ).toBeVisible();
  await expect(other.getByRole('img', { name: / stands otherwise than in this run$/ })).toHaveCount(1);
  await expect(headlines(app)).toContainText(/p95 from birth to end of work 50\s*ms, −96\s*%\s*better/);
  await expect(headlines(app)).toContainText(/1 more lost\s*worse/);
  expect(await accessibilityFindings(page)).toEqual([]);

  await show(app, 'Figures');
  await expect(figures(app).getByRole('row', { name: /^lost whole run 1 0 \+1 worse$/ })).toBeVisible();
  await expect(
    figures(app).getByRole('row', { name: /^dead-lettered whole run 1 2 −1 \(−50 %\) better$/ }),
  ).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Open A instead; B is kept' }).click();
  await expect(headlines(app)).toContainText(/1 fewer lost\s*better/);
});

test('a bad line in a branch loses some, and none of them are lost without it', async ({ app }) => {
  await app.openExample('Poison message and dead letters');
  await keepRun(app);
  await app.wire('invoices', 'Retry in place').click({ force: true });
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  await expect(panel.getByRole('radio', { name: 'Lose messages' })).toBeChecked();
  await panel.getByRole('spinbutton', { name: 'Lasts' }).fill('1250 ms');
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await app.showTab('Compare');
  await expect(headlines(app)).toContainText(/12 more lost\s*worse/);
  await app.bottom.getByRole('button', { name: 'Open A instead; B is kept' }).click();
  await expect(headlines(app)).toContainText(/12 fewer lost\s*better/);
});

test('another pick is tried in a branch, and a link carries both runs to another profile', async ({
  app,
  page,
  browser,
}) => {
  await app.openExample('Two services answer each other and freeze');
  await app.showTab('Next steps');
  await app.bottom.getByRole('checkbox', { name: /^Try it in a branch/ }).check();
  await app.bottom.getByRole('button', { name: /^Do this next: Bank/ }).click();
  await expect(app.bottom.getByRole('tab', { name: 'Compare', selected: true })).toBeVisible();
  await expect(firstDifference(app)).toContainText(/From step 1: in B, Bank .* in A, Web shop/);
  const told = await firstDifference(app).innerText();
  await expect.poll(() => app.step()).toBe(1);
  const place = await app.place();
  await page.getByRole('button', { name: 'Share' }).click();
  const field = app.dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#./);
  const link = await field.inputValue();
  expect(link.length).toBeLessThan(2_500);

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = new App(await context.newPage());
  await other.page.goto(link);
  await expect.poll(() => other.place()).toEqual(place);
  await expect(firstDifference(other)).toHaveText(told, { useInnerText: true });
  await expect(other.bottom.getByText(/^by hand: /)).toBeVisible();
  await context.close();
});

test('on a phone the runs stand one above the other', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open();
  // Branching opens the comparison by itself.
  await page.keyboard.press('b');
  const [mine, its] = [/^B · this run$/, /^A · compared$/].map((name) =>
    app.bottom.getByRole('region', { name }),
  );
  await expect(its?.locator('canvas') ?? page.locator('none')).toBeVisible();
  const above = await mine?.boundingBox();
  const below = await its?.boundingBox();
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('both flows stand side by side under one playhead, and a node that differs is marked', async ({
  app,
  page,
}) => {
  await app.openExample('Head-of-line blocking');
  await keepRun(app);
  const other = page.getByRole('region', { name: 'Picture of A' });
  const printer = other.getByRole('img', { name: /Print everything/ });
  await expect(printer).toBeVisible();
  await app.select('Print everything');
  await setNumber(app, 'Workers', '2');
  await firstDifference(app).getByRole('button', { name: 'Go there' }).click();
  await expect(printer).toHaveAccessibleName(/, 1 of 1/);
  await expect(
    other.getByRole('img', { name: /one queue for all.* stands otherwise than in this run$/ }),
  ).toBeVisible();
  await expect(app.node('Print everything')).toHaveAccessibleName(/ of 2/);
  // The sign of it can be read however small the flow is.
  await app.canvas.focus();
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('-');
  await expect.poll(async () => (await printer.boundingBox())?.width ?? 999).toBeLessThan(100);
  const sign = await other.getByText('≠').first().boundingBox();
  expect(Math.round(sign?.width ?? 0)).toBeGreaterThanOrEqual(19);
  const [mine, its] = [await app.canvas.boundingBox(), await other.boundingBox()];
  expect(Math.abs((mine?.width ?? 0) - (its?.width ?? 0))).toBeLessThan(2);
  expect(its?.x ?? 0).toBeGreaterThanOrEqual((mine?.x ?? 0) + (mine?.width ?? 0) - 1);
  await app.backToStart();
  await expect(printer).toHaveAccessibleName(/idle/);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('on a phone a switch shows the flow of either run', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open();
  await page.keyboard.press('b');
  const choice = page.getByRole('group', { name: 'Run on the canvas' });
  const other = page.getByRole('region', { name: 'Picture of A' });
  await expect(choice).toBeVisible();
  await expect(other).toBeHidden();
  await choice.getByRole('button', { name: 'A · compared' }).click();
  await expect(other).toBeVisible();
  await choice.getByRole('button', { name: 'B · this run' }).click();
  await expect(other).toBeHidden();
});
