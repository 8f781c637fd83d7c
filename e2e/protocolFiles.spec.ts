import { readFileSync } from 'node:fs';
import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';
import { shopFlow } from './shopFlow';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 240_000 });

const rule = (id: string, name: string, settings: object) => ({
  id,
  name,
  settings: { bus: 'orders', ...settings },
});

/** A shop with 30 keys of which the last is never paid for, and two protocols: one typed, one that says nothing yet. */
const plain = shopFlow({
  name: 'Shop',
  untilMs: 0,
  types: ['OrderPlaced', 'OrderPaid', 'OrderShipped'],
  script: Array.from({ length: 59 }, (_, index) => ({
    atMs: index * 10,
    type: index % 2 === 0 ? 'OrderPlaced' : 'OrderPaid',
    key: `order-${Math.floor(index / 2)}`,
  })),
});
const shop = {
  ...plain,
  nodes: [...plain.nodes, { id: 'returns', kind: 'bus', name: 'returns', x: 300, y: 320 }],
  protocols: [
    rule('p', 'Typed', { source: 'regex', expression: '(OrderPlaced OrderPaid)*' }),
    rule('q', 'Other', { source: 'drawn' }),
  ],
};

async function openShop(app: App) {
  await app.openFlow(shop);
  await app.select('orders');
  await app.inspector.getByRole('button', { name: 'Protocols: 2' }).click();
  const section = app.inspector.getByRole('region', { name: 'Protocols' });
  await expect(section).toBeFocused();
  await expect(section).toBeInViewport();
  return section;
}

test('the automaton of a protocol goes out in every format, and comes back as a drawing from each', async ({
  app,
  page,
}) => {
  const section = await openShop(app);
  await section.getByRole('button', { name: /^Typed/ }).click();
  await section.getByText('Automaton as a file').click();
  const files: { name: string; buffer: Buffer; mimeType: string }[] = [];
  for (const format of ['JSON', 'JFLAP', 'Mermaid', 'Graphviz']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: format, exact: true }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    files.push({ name: download.suggestedFilename(), buffer, mimeType: 'text/plain' });
  }
  expect(files.map(({ name }) => name)).toEqual([
    'Typed.automaton.json',
    'Typed.jff',
    'Typed.mmd',
    'Typed.dot',
  ]);
  expect(await accessibilityFindings(page, 'aside')).toEqual([]);

  await section.getByRole('button', { name: /^Other/ }).click();
  await section.getByText('Automaton as a file').click();
  const take = section.getByLabel('Take the drawing from a file');
  for (const file of files) {
    await take.setInputFiles(file);
    const drawing = section.getByRole('application', { name: /^Protocol “Other”, states: 2/ });
    await expect(drawing).toBeVisible();
    for (const letter of ['OrderPlaced', 'OrderPaid']) {
      await expect(drawing.getByText(letter, { exact: true })).toBeVisible();
    }
    await page.keyboard.press('Control+z');
    await expect(section.getByRole('button', { name: 'Add the first state' })).toBeVisible();
  }
});

test('a file that is none, or too large, is refused with what is wrong, and leaves the drawing as it is', async ({
  app,
  page,
}) => {
  const section = await openShop(app);
  await section.getByRole('button', { name: /^Other/ }).click();
  await section.getByText('Automaton as a file').click();
  const take = section.getByLabel('Take the drawing from a file');
  const send = (name: string, text: string) =>
    take.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await send('broken.json', '{"automaton": 1, "states": ["a"');
  await expect(section.getByText(/JSON/).last()).toBeVisible();
  expect(await accessibilityFindings(page, 'aside')).toEqual([]);
  await send('large.jff', ' '.repeat(9 * 1024 * 1024));
  await expect(section.getByText(/^This file is too large: .* bytes/)).toBeVisible();
  await expect(section.getByRole('button', { name: 'Add the first state' })).toBeVisible();
});

test('any key of a protocol can be looked at, and one of another bus is taken only when told to', async ({
  app,
  page,
}) => {
  const section = await openShop(app);
  // What is removed hands the focus on.
  await section.getByRole('button', { name: /^Other/ }).click();
  await section.getByRole('button', { name: 'Remove “Other”' }).click();
  await expect(section.getByRole('button', { name: /^Typed/ })).toBeFocused();

  await app.player.getByRole('button', { name: 'To the end' }).click();
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.inspector.getByRole('radio', { name: 'Protocol' }).check();
  const key = app.inspector.getByRole('combobox', { name: 'Key', exact: true });
  await key.fill('order-29');
  await expect(app.inspector.getByText(/^order-29 in .*: waiting$/)).toBeVisible();
  await key.fill('order-0');
  await expect(app.inspector.getByText(/^order-0 in .*: could end here$/)).toBeVisible();
  await expect(app.inspector.locator('[data-state][data-current]')).toHaveCount(1);
  expect(await accessibilityFindings(page, 'aside')).toEqual([]);

  await app.select('returns');
  await app.inspector.getByRole('tab', { name: 'Set-up' }).click();
  const other = app.inspector.getByRole('region', { name: 'Protocols' });
  const from = other.getByRole('combobox', { name: 'Take one from another bus' });
  await from.selectOption('Typed');
  await expect(other.getByText('None. A protocol says')).toBeVisible();
  await other.getByRole('button', { name: 'Take it' }).click();
  await expect(other.getByRole('button', { name: /^Typed 2/, expanded: true })).toBeVisible();
});
