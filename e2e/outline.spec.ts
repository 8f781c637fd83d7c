import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';
import type { Locator } from '@playwright/test';

test.use({ bypassCSP: true });

/** Tabs on until a thing has the focus, as somebody without a pointer does. */
async function tabTo(app: App, target: Locator): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a flow is built, changed and run from the outline with the keyboard alone', async ({ app, page }) => {
  await app.openEmpty();
  const keys = page.keyboard;
  await keys.press('Shift+O');
  const outline = page.getByRole('complementary', { name: 'Outline' });
  const sort = outline.getByRole('combobox', { name: 'What to add' });
  const nodes = outline.getByRole('list', { name: 'Nodes of the flow' });
  await expect(sort).toBeVisible();

  // Adding goes to the new row; each node stands to the right of the one before.
  for (const item of ['Publisher', 'Topic bus', 'Handler']) {
    await sort.focus();
    await sort.selectOption(item);
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(nodes.getByRole('button', { name: new RegExp(`^${item}`), pressed: true })).toBeFocused();
  }
  const boxes = await Promise.all(
    ['Publisher', 'Topic bus', 'Handler'].map(async (name) => app.node(name).boundingBox()),
  );
  const lefts = boxes.map((box) => box?.x ?? 0);
  expect(lefts).toEqual([...lefts].toSorted((a, b) => a - b));
  expect(new Set(lefts).size).toBe(3);

  // Connect: choose the target in the list that opens.
  await nodes.getByRole('button', { name: /^Publisher/ }).focus();
  await keys.press('Enter');
  await tabTo(app, outline.getByRole('button', { name: 'Connect Publisher to …' }));
  await keys.press('Enter');
  await page.getByRole('listbox').getByRole('option', { name: 'Topic bus' }).waitFor();
  await keys.press('Enter');
  await nodes.getByRole('button', { name: /^Topic bus idle/ }).focus();
  await keys.press('Enter');
  await tabTo(app, outline.getByRole('button', { name: 'Connect Topic bus to …' }));
  await keys.press('Enter');
  await page.getByRole('listbox').getByRole('option', { name: 'Handler' }).waitFor();
  await keys.press('Enter');
  const wires = outline.getByRole('list', { name: 'Wires of Topic bus' });
  await expect(wires.getByRole('button', { name: /Handler/ })).toBeVisible();

  // Rename in place; the canvas and the lists of its wires know the new name.
  await nodes.getByRole('button', { name: /^Handler/ }).focus();
  await keys.press('F2');
  await keys.type('Ship');
  await keys.press('Enter');
  await expect(nodes.getByRole('button', { name: /^Ship/ })).toBeFocused();
  await expect(app.node('Ship')).toBeVisible();

  // The pattern of a wire.
  await wires.getByRole('button', { name: /Ship/ }).focus();
  await keys.press('Enter');
  const pattern = outline
    .getByRole('combobox', { name: /Event types taken/ })
    .or(outline.getByRole('textbox', { name: /Event types taken/ }));
  await tabTo(app, pattern.first());
  await keys.type('OrderPlaced');
  await keys.press('Enter');
  await expect(wires.getByRole('button', { name: /Ship/ }).first()).toContainText('OrderPlaced');
  expect(await accessibilityFindings(page)).toEqual([]);

  // Order, by keys of the row and by its buttons.
  const rows = nodes.locator(':scope > li > button');
  await nodes.getByRole('button', { name: /^Ship/ }).focus();
  await keys.press('Alt+ArrowUp');
  await expect(rows.nth(1)).toContainText('Ship');
  await expect(nodes.getByRole('button', { name: /^Ship/ })).toBeFocused();
  await keys.press('Control+z');
  await expect(rows.nth(2)).toContainText('Ship');

  // The inspector of a row; the canvas selects the same.
  await nodes.getByRole('button', { name: /^Publisher/ }).focus();
  await keys.press('Enter');
  await tabTo(app, outline.getByRole('button', { name: 'Set up Publisher' }));
  await keys.press('Enter');
  await expect(app.inspector.locator(':focus')).toHaveCount(1);
  await expect(app.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Publisher');

  // It runs; each row says how its node is.
  const step = app.player.getByRole('button', { name: 'Step', exact: true });
  await step.focus();
  for (let count = 0; count < 4; count += 1) await keys.press('Enter');
  await expect(nodes.getByRole('button', { name: /^Ship busy/ })).toBeVisible();
  await expect(page.getByTestId('narration')).toHaveText(/^Step \d+, [\d.]+ seconds: .+; .+ is .+/);

  // Deleting passes the focus on.
  await nodes.getByRole('button', { name: /^Topic bus/ }).focus();
  await keys.press('Delete');
  await expect(nodes.getByRole('button', { name: /^Topic bus/ })).toBeHidden();
  await expect(nodes.locator(':focus')).toHaveCount(1);
  await expect(rows).toHaveCount(2);
});
