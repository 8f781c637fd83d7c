import { accessibilityFindings } from './accessibilityFindings';
import { expect, test } from './app';

/** A shop whose price robot answers each change with another one. */
const drawn = JSON.stringify({
  busbar: 1,
  name: 'Robots',
  untilMs: 60_000,
  eventTypes: [{ id: 'price', name: 'PriceChanged' }],
  nodes: [
    {
      id: 'shop',
      kind: 'publisher',
      name: 'Shop',
      x: 0,
      y: 0,
      settings: { interval: { law: 'constant', mean: 1000 }, mix: [{ type: 'price' }] },
    },
    { id: 'prices', kind: 'bus', name: 'prices', x: 320, y: 0 },
    {
      id: 'robot',
      kind: 'handler',
      name: 'Robot',
      x: 740,
      y: 0,
      settings: { service: { law: 'constant', mean: 5 }, actions: [{ do: 'emit', probability: 1 }] },
    },
  ],
  wires: [
    { id: 'a', from: { node: 'shop', port: 'out' }, to: { node: 'prices', port: 'in' } },
    { id: 'b', from: { node: 'prices', port: 'out' }, to: { node: 'robot', port: 'in' } },
  ],
});

test('who draws a loop that never ends is warned of it, sees it happen, and mends it with one press', async ({
  app,
  page,
}) => {
  await app.openEmpty();
  await page.keyboard.press('Control+o');
  await app.dialog.getByRole('textbox').fill(drawn);
  await app.dialog.getByRole('button', { name: 'Open the text' }).click();
  await expect(app.node('Robot')).toBeVisible();
  await page.getByRole('tab', { name: /^Warnings/ }).click();
  await expect(app.bottom.getByText('Nothing to warn of in this flow.')).toBeVisible();

  // The robot answers: a wire from its exit back to the bus.
  await app.select('Robot');
  await page.keyboard.press('c');
  await page
    .getByRole('option', { name: /prices/ })
    .first()
    .click();
  const warning = app.bottom
    .getByRole('listitem')
    .filter({ hasText: /Each event in the loop .* brings back 1 on average/ });
  await expect(warning).toBeVisible();
  const sign = page.getByRole('button', { name: /^Warnings about Robot: / });
  await expect(sign).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);

  await warning.getByRole('button', { name: 'Show in the run' }).click();
  await expect.poll(async () => (await app.place()).step).toBeGreaterThan(0);

  await warning.getByRole('button', { name: 'Multiply what “Robot” emits by 0.5' }).click();
  await expect(warning).toBeHidden();
  await expect(sign).toBeHidden();
  await page.getByRole('button', { name: /^Undo: Multiply what “Robot” emits/ }).click();
  await expect(warning).toBeVisible();
});
