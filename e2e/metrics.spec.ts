import { expect, test, type App } from './app';
import { accessibilityFindings } from './accessibilityFindings';

test.use({ bypassCSP: true });

const chart = (app: App, name: string) => app.bottom.getByRole('slider', { name: `${name} over time` });
const spoken = (app: App, name: string) => chart(app, name).getAttribute('aria-valuetext');

test('charts show values at the pointer and by keys, move the playhead, and share their zoom with the timeline', async ({
  app,
  page,
}) => {
  await app.openExample('Back-pressure choices');
  await app.showTab('Metrics');
  await app.bottom.getByLabel('Whose figures').selectOption({ label: 'views, blocking' });
  await expect(chart(app, 'Queue length')).toBeVisible();

  await chart(app, 'Queue length').focus();
  await page.keyboard.press('End');
  await expect.poll(() => spoken(app, 'Queue length')).toMatch(/\ss: 100$/);
  const said = await spoken(app, 'Waiting outside');
  expect(said).not.toMatch(/: 0$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => app.timeMs()).toBeGreaterThan(1_000);
  const there = await app.timeMs();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.timeMs()).toBeLessThan(there);

  const plot = chart(app, 'Queue length').locator('.u-over');
  const box = await plot.boundingBox();
  if (box === null) throw new Error('The chart is not drawn.');
  await plot.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect.poll(() => app.timeMs()).toBeGreaterThan(there / 3);

  await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(app.bottom.getByRole('button', { name: 'Whole run' })).toBeEnabled();
  await app.showTab('Timeline');
  await expect(app.bottom.getByRole('button', { name: 'Back to the playhead' })).toBeVisible();
  await app.showTab('Metrics');
  await app.bottom.getByRole('button', { name: 'Whole run' }).click();
  await expect(app.bottom.getByRole('button', { name: 'Whole run' })).toBeDisabled();
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);
});

test('every drawing has a table, which can be saved, and the map and histogram of durations are walked by keys', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  await app.showTab('Metrics');
  await app.bottom.getByRole('button', { name: 'Heat map' }).click();
  await chart(app, 'Birth to end of work').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => spoken(app, 'Birth to end of work')).toMatch(/count \d+, p50 .*, p95 .*, p99 /);
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);

  await app.bottom.getByRole('button', { name: 'Histogram' }).click();
  const histogram = app.bottom.getByRole('slider', { name: 'Birth to end of work, how it spreads' });
  await histogram.focus();
  await page.keyboard.press('End');
  await expect(histogram).toHaveAttribute('aria-valuetext', /100\s% took no longer$/);
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);

  await app.bottom.getByRole('button', { name: 'Table' }).click();
  const last = app.bottom.getByRole('table').getByRole('row').last();
  await expect(last).toContainText(/100\s%/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    app.bottom.getByRole('button', { name: 'Save CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('metrics.csv');
  await app.bottom.getByRole('button', { name: 'Over time' }).click();
  await expect(app.bottom.getByRole('columnheader', { name: 'In all queues' })).toBeVisible();
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);
});

test('the summary names every fate and adds up, for the flow and for each subscription', async ({
  app,
  page,
}) => {
  await app.openExample('Back-pressure choices');
  await app.showTab('Metrics');
  await app.bottom.getByRole('button', { name: 'Summary' }).click();
  const ledger = app.bottom.getByRole('region', { name: 'What became of everything' });
  await expect(ledger.getByRole('list', { name: 'Whole flow' }).getByText('adds up')).toHaveCount(5);
  await ledger.getByText('Node by node').click();
  await expect(ledger.getByText(/unaccounted for/)).toHaveCount(0);
  await expect(ledger.getByText('dead-lettered').first()).toBeVisible();
  const rows = app.bottom.getByRole('table', { name: 'Nodes' }).getByRole('row');
  const blocking = rows.filter({
    has: page.getByRole('rowheader', { name: 'views, blocking', exact: true }),
  });
  await expect(blocking.getByRole('cell').nth(3)).toHaveText('100');
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);
});

test('what a flow publishes is drawn, and calls that publishers wait for are accounted for', async ({
  app,
  page,
}) => {
  await app.openExample('Retry storm');
  await app.showTab('Metrics');
  await chart(app, 'Published').focus();
  await page.keyboard.press('End');
  await expect.poll(() => spoken(app, 'Published')).toMatch(/: [\d.,]+\s*\/s$/);
  await app.bottom.getByRole('button', { name: 'Summary' }).click();
  const calls = app.bottom
    .getByRole('region', { name: 'What became of everything' })
    .getByRole('list', { name: 'Whole flow' })
    .getByRole('listitem')
    .filter({ hasText: 'calls of publishers' });
  await expect(calls).toContainText(/\d answered/);
  await expect(calls).toContainText(/\d took too long/);
  await expect(calls).toContainText('adds up');
  await calls.scrollIntoViewIfNeeded();
});

test('a changed number changes the charts, nodes show their queues, and where nothing runs it says so', async ({
  app,
  page,
}) => {
  await app.openExample('How many consumers?');
  await expect(app.canvas.locator('[data-part="spark"]').first()).toBeAttached();
  await app.showTab('Metrics');
  await app.bottom.getByLabel('Whose figures').selectOption({ label: 'Queue length' });
  await expect(app.bottom.getByText('Nothing waited here').first()).toBeVisible();

  await app.bottom.getByLabel('Whose figures').selectOption({ label: 'orders' });
  const waiting = chart(app, 'Waiting time');
  await waiting.focus();
  await page.keyboard.press('End');
  const before = await waiting.getAttribute('aria-valuetext');
  const seed = app.inspector.getByRole('spinbutton', { name: 'Seed' });
  await seed.fill('2026');
  await seed.press('Enter');
  await expect(waiting).not.toHaveAttribute('aria-valuetext', before ?? '');

  await app.menu('New flow');
  await expect(app.bottom.getByText('Nothing runs yet: add a publisher.')).toBeVisible();
  expect(await accessibilityFindings(page, '[data-tab="metrics"]')).toEqual([]);
});
