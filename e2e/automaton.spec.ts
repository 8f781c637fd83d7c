import { accessibilityFindings } from './accessibilityFindings';
import { expect, test } from './app';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

test('the lifecycle of a bus is walked with the keyboard, said in words, and shown large', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  await app.select('orders');
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  const graph = app.inspector.getByRole('application', { name: /^Lifecycle of orders, states: \d/ });
  await expect(graph).toHaveAttribute('aria-busy', 'false');
  const said = (text: RegExp) => app.inspector.locator('[aria-live="polite"]').filter({ hasText: text });

  await graph.focus();
  await page.keyboard.press('End');
  await expect(said(/^State idle, now, initial, accepting\. Ways out, 3: .*crash to down/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(said(/^Transition accept, from idle to holding/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(said(/^Transition deliver, from idle to dispatching/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(said(/^State dispatching\. Ways out, 3: /)).toBeVisible();

  // A step further the bus is somewhere else, and the drawing says so.
  await app.goToStep(3);
  await graph.focus();
  await page.keyboard.press('End');
  await expect(said(/^State (?!idle)[\w ]+, now/)).toBeVisible();

  await app.inspector.getByRole('button', { name: 'Show it large' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lifecycle of orders' });
  const large = dialog.getByRole('application', { name: /^Lifecycle of orders/ });
  await expect(large).toHaveAttribute('aria-busy', 'false');
  await large.press('Home');
  await expect(dialog.getByText(/^State idle, initial, accepting/)).toBeVisible();
  expect(await accessibilityFindings(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.inspector.getByRole('button', { name: 'Show it large' })).toBeFocused();

  await app.inspector.getByRole('radio', { name: 'Its copies of events' }).check();
  const copies = app.inspector.getByRole('application', { name: /^The life of a copy/ });
  await expect(copies).toHaveAttribute('aria-busy', 'false');
  await copies.press('Home');
  await expect(said(/^State published, initial\. Ways out, 5: /)).toBeVisible();
  await app.inspector.getByText('The same as a table').click();
  await expect(app.inspector.getByRole('row', { name: /^in flight/ })).toContainText('acknowledge → done');
});

test('a protocol is drawn with the keyboard alone and by dragging, and undone', async ({ app, page }) => {
  // A long story.
  test.slow();
  await app.openExample('Order flow');
  await app.select('orders');
  await app.inspector.getByRole('button', { name: 'Add a protocol' }).click();
  await app.inspector.getByRole('radio', { name: 'Drawing' }).press('Space');
  await app.inspector.getByRole('button', { name: 'Show it large' }).press('Enter');
  const graph = page.getByRole('dialog').getByRole('application', { name: /states: \d/ });
  const name = graph.getByRole('textbox', { name: 'Name' });
  const label = graph.getByRole('combobox', { name: 'Label' });

  await graph.press('n');
  await name.fill('open');
  await name.press('Enter');
  await expect(graph).toBeFocused();
  await graph.press('n');
  await name.fill('paid');
  await name.press('Enter');
  await graph.press('a');
  await graph.press('Home');
  await graph.press('c');
  await expect(
    page
      .getByRole('dialog')
      .getByText(/^From open to open\?/)
      .first(),
  ).toBeVisible();
  await graph.press('ArrowDown');
  await graph.press('Enter');
  await label.fill('PaymentCaptured');
  await label.press('Enter');
  await expect(graph.getByText('PaymentCaptured')).toBeVisible();

  const paid = await graph.getByText('paid', { exact: true }).last().boundingBox();
  const open = await graph.getByText('open', { exact: true }).last().boundingBox();
  if (paid === null || open === null) throw new Error('The states are not drawn.');
  await page.mouse.move(paid.x + paid.width / 2, paid.y + paid.height / 2);
  await page.mouse.down();
  await page.mouse.move(open.x + open.width / 2, open.y + open.height / 2, { steps: 6 });
  await page.mouse.up();
  await label.fill('OrderPlaced');
  await label.press('Enter');
  await expect(graph.getByText('OrderPlaced')).toBeVisible();
  expect(await accessibilityFindings(page, '[role="dialog"]')).toEqual([]);

  await page.keyboard.press('Escape');
  const row = (state: string) => app.inspector.getByRole('row', { name: new RegExp(`^${state}`) });
  await expect(app.inspector.getByRole('button', { name: 'Show it large' })).toBeFocused();
  await app.inspector.getByText('The same as a table').click();
  await expect(row('open')).toContainText('PaymentCaptured → paid');
  await expect(row('paid')).toContainText('accepting');
  await expect(row('paid')).toContainText('OrderPlaced → open');
  await app.inspector.getByRole('application').press('Control+z');
  await app.inspector.getByRole('application').press('Control+z');
  await expect(row('paid')).not.toContainText('→');
});
