import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

/** Real events of a building permit process; not part of the repository. */
const permits = fileURLToPath(new URL('../../shared/data/permit-receipt.csv', import.meta.url));

/** Three orders; the second one is shipped without having been paid. */
const orders = `order,event,time
1,placed,2026-01-01T08:00:00Z
2,placed,2026-01-01T08:10:00Z
1,paid,2026-01-01T09:00:00Z
2,shipped,2026-01-01T10:00:00Z
1,shipped,2026-01-01T11:00:00Z
3,placed,2026-01-02T08:00:00Z
3,paid,2026-01-02T08:30:00Z
3,shipped,2026-01-02T12:00:00Z
`;

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

async function openLog(app: App, name: string, buffer: Buffer): Promise<void> {
  await app.menu('Import a recorded log …');
  await app.page.getByLabel('Choose a log …').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('a log is read as an automaton, compared with what was declared, and imported', async ({ app }) => {
  test.slow();
  await app.open();
  await openLog(app, 'orders.csv', Buffer.from(orders));
  await app.dialog.getByRole('button', { name: 'See its automaton' }).click();
  await expect(app.dialog.getByTestId('observed-coverage')).toHaveText('8 events, 3 words, 3 event types.');
  const graph = app.dialog.getByRole('application', { name: /^Observed on orders\.csv/ });
  await expect(graph.locator('text', { hasText: /^paid/ })).toBeVisible();

  await app.dialog.getByText('Compare', { exact: true }).click();
  const answer = app.dialog.getByTestId('comparison');
  await app.dialog.getByLabel('Expression').fill('placed paid shipped');
  await expect(answer).toContainText('They differ.');
  await expect(answer.getByRole('listitem')).toHaveText(['placed', 'shipped']);
  await expect(answer).toContainText('It was seen as a whole. First on line 5, with key 2.');
  await app.dialog.getByLabel('Expression').fill('placed paid? shipped');
  await expect(answer).toHaveText('Equal: both accept the same words.');

  await app.dialog.getByText('Infer an automaton').click();
  await app.dialog.getByLabel(/^k: /).fill('1');
  await expect(app.dialog.getByText(/^k = 1: 5 beginnings became 4 states\./)).toBeVisible();
  expect(await accessibilityFindings(app.page)).toEqual([]);

  await app.dialog.getByRole('button', { name: 'Import 8 events' }).click();
  await expect(app.canvas.getByRole('list', { name: 'Event types' })).toContainText('shipped');
});

const flow = {
  busbar: 1,
  name: 'Pairs',
  seed: 5,
  untilMs: 0,
  eventTypes: [{ id: 'placed' }, { id: 'paid' }, { id: 'shipped' }],
  nodes: [
    {
      id: 'shop',
      kind: 'publisher',
      name: 'Shop',
      x: 0,
      y: 100,
      settings: {
        generation: 'script',
        script: [
          ['placed', 'a'],
          ['placed', 'b'],
          ['paid', 'a'],
          ['shipped', 'b'],
          ['shipped', 'a'],
        ].map(([type, key], index) => ({ atMs: index * 100, type, key })),
      },
    },
    { id: 'bus', kind: 'bus', name: 'orders', x: 300, y: 60 },
  ],
  wires: [{ id: 'w', from: { node: 'shop', port: 'out' }, to: { node: 'bus', port: 'in' } }],
};

test('what a bus saw in a run differs from what was declared, and the player goes to where it happened', async ({
  app,
}) => {
  test.slow();
  await app.open();
  await app.page.keyboard.press('Control+o');
  const buffer = Buffer.from(JSON.stringify(flow));
  await app.page
    .getByLabel('Choose a file …')
    .setInputFiles({ name: 'pairs.json', mimeType: 'application/json', buffer });
  await expect(app.flowName).toHaveValue('Pairs');
  await app.select('orders');
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.inspector.getByText('Observed order').click();
  await expect(app.inspector.getByTestId('observed-coverage')).toHaveText(
    '5 events, 2 words, 3 event types.',
  );

  await app.inspector.getByText('Compare', { exact: true }).click();
  await app.inspector.getByLabel('Expression').fill('placed paid shipped');
  const answer = app.inspector.getByTestId('comparison');
  await expect(answer.getByRole('listitem')).toHaveText(['placed', 'shipped']);
  await expect(answer).toContainText('It was seen as a whole. First with key b:');
  const link = answer.getByRole('button', { name: /^go to step / });
  const step = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await expect.poll(async () => (await app.place()).step).toBe(step);

  await app.inspector.getByText('Infer an automaton').click();
  await app.inspector.getByRole('button', { name: 'Attach to the bus as a protocol' }).click();
  await expect(app.toast).toContainText('Attached as a protocol.');
  await app.inspector
    .getByLabel('Right', { exact: true })
    .selectOption('protocol Inferred from orders, k = 2');
  await app.inspector
    .getByLabel('Left', { exact: true })
    .selectOption('orders, exactly the words that were seen');
  await expect(answer).toHaveText('Equal: both accept the same words.');
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('8,577 real events are a picture that can be read', async ({ app }) => {
  test.skip(!existsSync(permits), 'The recorded log lies outside of the repository and is not there.');
  await app.open();
  await openLog(app, 'permit-receipt.csv', readFileSync(permits));
  await app.dialog.getByRole('button', { name: 'See its automaton' }).click();
  await expect(app.dialog.getByTestId('observed-coverage')).toContainText(
    '8,577 events, 1,434 words, 27 event types. Hidden: ',
  );
  const graph = app.dialog.getByRole('application', { name: /^Observed on permit-receipt\.csv/ });
  await expect(graph.locator('text', { hasText: 'Confirmation of receipt' }).first()).toBeVisible();
  await app.dialog.getByLabel(/^Hide arrows/).fill('5');
  await expect(app.dialog.getByTestId('observed-coverage')).toContainText(
    'Hidden: 97 of 114 arrows and 21 event types, 8.2 % of all steps. 1,190 of 1,434 words go along what is shown.',
  );
});
