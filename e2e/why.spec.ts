import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

async function pauseAt(app: App, seconds: number): Promise<void> {
  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  // The slider counts in milliseconds.
  await playhead.evaluate((element, ms) => {
    if (!(element instanceof HTMLInputElement)) return;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, String(ms));
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, seconds * 1000);
  await expect.poll(() => app.timeMs()).toBeGreaterThan(seconds * 1000 - 2);
}

async function follow(app: App, query: string): Promise<void> {
  await app.showTab('Follow');
  const field = app.bottom.getByRole('textbox', { name: 'Event number or key' });
  await field.fill(query);
  await field.press('Enter');
}

test('why did invoice 42 take so long? Three actions: the tab, its number, Enter', async ({ app }) => {
  await app.openExample('Poison message and dead letters');
  await follow(app, '42');
  const summary = app.bottom.getByTestId('life-summary');
  await expect(summary).toContainText('InvoiceDue #42 took 650 ms');
  await expect(summary).toContainText('Most of it, 600 ms of 650 ms: waited 600 ms in invoices');
  const life = app.bottom.getByRole('region', { name: 'What happened to it' });
  await expect(life).toContainText('published by Billing run');
  await expect(life).toContainText('done at Retry in place 4.850 s');
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('an event that fails is told try by try; what has nothing to do with it fades; its times lead there', async ({
  app,
  page,
}) => {
  await app.openExample('Poison message and dead letters');
  await pauseAt(app, 3.166);
  await follow(app, 'invoice-20');
  const life = app.bottom.getByRole('region', { name: 'What happened to it' });
  await expect(life).toContainText('try 5 at Retry in place, 50 ms');
  await expect(life).toContainText('dead-lettered by Retry in place 3.750 s');
  const slots = page.locator('.react-flow [data-event]:not([data-event="20"])');
  await expect(slots.first()).toHaveCSS('opacity', '0.35');
  await app.bottom
    .getByRole('button', { name: /^Go to step/ })
    .last()
    .click();
  await expect.poll(() => app.timeMs()).toBe(3750);
  await page.keyboard.press('Escape');
  await expect(app.bottom.getByText('Click an event anywhere')).toBeVisible();
  await expect(page.locator('.react-flow [data-event]').first()).toHaveCSS('opacity', '1');
});

test('the next event of the same key is one click away, and F leads to what is followed', async ({
  app,
  page,
}) => {
  await app.openExample('Head-of-line blocking');
  await follow(app, '#42');
  await expect(app.bottom.getByTestId('life-summary')).toContainText('#42');
  const next = app.bottom.getByRole('button', { name: /^Next event of/ });
  await expect(next).toBeEnabled();
  await next.click();
  await expect(app.bottom.getByTestId('life-summary')).not.toContainText('#42 ');
  await app.showTab('Event log');
  await page.locator('body').press('f');
  await expect(app.bottom.getByTestId('life-summary')).toBeVisible();
});

test('a blocked caller says whom it waits for, and why that one does not take it, with links', async ({
  app,
  page,
}) => {
  await app.openExample('Back-pressure choices');
  await pauseAt(app, 15);
  await app.select('Shop, waiting');
  const why = app.inspector.getByRole('region', { name: 'Right now' });
  await expect(why).toContainText('Shop, waiting waits for views, blocking to answer for');
  await expect(why).toContainText('views, blocking is full (100 of 100)');
  await expect(why).toContainText(/Count views works on .* until 15\.\d{3}\ss\.$/);
  await page
    .locator('.react-flow__node', { hasText: 'Shop, waiting' })
    .locator('[data-part="state"]')
    .hover();
  await expect(page.getByRole('tooltip')).toContainText('is full (100 of 100)');
  await why.getByRole('button', { name: 'Count views' }).first().click();
  await expect(app.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Count views');
  await expect(why).toContainText('Count views works on');
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('the log is filtered over the whole run, and a step leads to what it has caused', async ({ app }) => {
  await app.openExample('Poison message and dead letters');
  await app.showTab('Event log');
  const grid = app.bottom.getByRole('grid', { name: 'Event log' });
  await app.bottom.getByRole('combobox', { name: 'What' }).selectOption('dead-lettered');
  await expect(
    app.bottom.getByText('2 of 1,030 steps').or(app.bottom.getByText('2 of 1030 steps')),
  ).toBeVisible();
  await expect(grid.getByRole('row')).toHaveCount(3);
  await grid
    .getByRole('row', { name: /sent to dead letters/ })
    .first()
    .click();
  await expect.poll(() => app.timeMs()).toBe(3750);
  await app.bottom.getByRole('button', { name: 'Clear the filter' }).click();
  await app.bottom.getByRole('textbox', { name: 'Search' }).fill('invoice-30 finish');
  await expect(grid.getByRole('row', { name: /finishes InvoiceDue #30/ })).toHaveCount(2);
  await grid
    .getByRole('row', { name: /finishes InvoiceDue #30/ })
    .first()
    .click();
  const effects = app.bottom.getByTestId('effects');
  await expect(effects).toContainText('leads to');
  await app.bottom.getByRole('checkbox', { name: 'Followed only' }).check();
  await expect(grid.getByRole('row')).toHaveCount(3);
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('the sequence of a followed event is drawn, saved and copied', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openExample('Poison message and dead letters');
  await follow(app, '20');
  await app.showTab('Sequence');
  const picture = app.bottom.getByRole('img', { name: /^Sequence diagram, \d+ messages$/ });
  await expect(picture).toBeVisible();
  await expect(app.bottom.getByRole('list')).toContainText(
    '2.000 s: Billing run to invoices: InvoiceDue #20',
  );
  // By keys: one stop for Tab, arrows from message to message, Enter to its step.
  const messages = app.bottom.getByRole('list').getByRole('button');
  await messages.first().focus();
  await page.keyboard.press('End');
  await expect(messages.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.timeMs()).toBeGreaterThan(2000);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    app.bottom.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sequence.svg');
  await app.bottom.getByRole('button', { name: 'Copy as Mermaid' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^sequenceDiagram\n/);
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('the lanes are zoomed, moved, hidden and clicked, by pointer, buttons and keys', async ({
  app,
  page,
}) => {
  await app.openExample('Retry storm');
  await pauseAt(app, 30);
  const span = app.bottom
    .getByRole('button', { name: 'Show more time' })
    .locator('xpath=following-sibling::span[1]');
  const before = await span.textContent();
  const canvas = app.bottom.locator('canvas');
  await canvas.hover();
  await page.mouse.wheel(0, 600);
  await expect(span).not.toHaveText(before ?? '');
  await app.bottom.getByRole('button', { name: 'Back to the playhead' }).click();
  await expect(span).toHaveText(before ?? '');
  await app.bottom.getByRole('button', { name: 'Show less time' }).press('w');
  await expect(span).not.toHaveText(before ?? '');
  await app.bottom.getByRole('button', { name: 'Hide the lane of price API' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.bottom.getByRole('button', { name: 'price API', exact: true })).toBeHidden();
  await app.bottom.getByRole('button', { name: 'Show all lanes (1 hidden)' }).click();
  await expect(app.bottom.getByRole('button', { name: 'price API', exact: true })).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Back to the playhead' }).click();
  await expect(app.bottom.locator('[data-current]:has(canvas)')).toBeVisible();
  await app.drawPictures(12);
  const box = await canvas.boundingBox();
  await canvas.click({ position: { x: (box?.width ?? 0) / 3, y: 34 } });
  await expect(app.bottom.getByText(/^following #\d+ PriceAsked$/)).toBeVisible();
  expect(await accessibilityFindings(app.page)).toEqual([]);
});
