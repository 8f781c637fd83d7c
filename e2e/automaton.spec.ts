import { AxeBuilder } from '@axe-core/playwright';
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
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'moderate')).toEqual([]);
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
