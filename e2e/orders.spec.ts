import { accessibilityFindings } from './accessibilityFindings';
import { expect, test } from './app';

// The checker of accessibility brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

const node = (id: string, kind: string, x: number, settings: object) => ({
  id,
  kind,
  name: id,
  x,
  y: 60,
  settings,
});
const wire = (from: string, to: string) => ({
  id: `${from}-${to}`,
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
});
const type = (name: string, colour: number) => ({
  id: name.toLowerCase(),
  name,
  shape: 'circle',
  colour,
});

/** One order is placed and then paid; two workers compete for both, and a protocol watches when they are done. */
const flow = {
  busbar: 1,
  name: 'Competing',
  eventTypes: [type('Placed', 1), type('Paid', 2)],
  nodes: [
    node('shop', 'publisher', 40, {
      generation: 'script',
      script: [
        { atMs: 0, type: 'placed', key: 'k1' },
        { atMs: 1, type: 'paid', key: 'k1' },
      ],
    }),
    node('orders', 'bus', 320, {}),
    node('clerk', 'handler', 640, { workers: 2 }),
  ],
  wires: [wire('shop', 'orders'), wire('orders', 'clerk')],
  protocols: [
    {
      id: 'first',
      name: 'Paid after placed',
      settings: {
        bus: 'orders',
        source: 'pattern',
        pattern: 'precedence',
        first: 'placed',
        second: 'paid',
        watch: 'completion',
      },
    },
  ],
};

test('every order of a bus is found, compared with its protocol, played, and compared with what a change makes of it', async ({
  app,
  page,
}) => {
  await app.open();
  const buffer = Buffer.from(JSON.stringify(flow));
  await app.menu('Open a file …');
  await app.dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'competing.flow.json', mimeType: 'application/json', buffer });
  await expect(app.flowName).toHaveValue('Competing');
  await app.select('orders');
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.inspector.getByText('Every order', { exact: true }).click();
  const find = app.inspector.getByRole('button', { name: 'Find every order' });
  await find.click();
  const found = app.inspector.getByTestId('orders');
  await expect(found).toContainText('All of them: 4 states');
  const drawn = app.inspector.getByRole('application', { name: /^Every order on orders/ });
  await expect(drawn.locator('text', { hasText: /^Paid/ })).toHaveCount(2);

  const judged = app.inspector.getByTestId('orders-protocols');
  await expect(judged).toContainText('Paid after placed does not allow:');
  await expect(judged.getByRole('listitem')).toHaveText(['Paid', 'Placed']);
  expect(await accessibilityFindings(page)).toEqual([]);
  await judged.getByRole('button', { name: 'Show this run on the canvas' }).click();
  await expect(page.getByRole('region', { name: 'Counterexample' })).toBeVisible();
  await expect(found).toContainText('The flow has changed since');
  await page.keyboard.press('Control+z');

  await app.select('clerk');
  await app.inspector.getByRole('tab', { name: 'Set-up' }).click();
  const workers = app.inspector.getByRole('spinbutton', { name: 'Workers' });
  await workers.fill('1');
  await workers.press('Enter');
  await app.select('orders');
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.inspector.getByText('Every order', { exact: true }).click();
  await find.click();
  await expect(found).toContainText('All of them: 3 states');
  const change = app.inspector.getByTestId('orders-change');
  await expect(change).toContainText('Not possible any more:');
  await expect(change.getByRole('listitem')).toHaveText(['Paid', 'Placed']);
  await expect(judged).toContainText('Paid after placed allows every order.');

  // What was found can be compared with what is seen in a run, or written down.
  await app.inspector.getByText('Observed order').click();
  await app.inspector.getByLabel('In the order of').selectOption('completion');
  await app.inspector.getByText('Compare', { exact: true }).click();
  await app.inspector.getByLabel('Right', { exact: true }).selectOption('orders, every order that was found');
  await expect(app.inspector.getByTestId('comparison')).toHaveText('Equal: both accept the same words.');
});
