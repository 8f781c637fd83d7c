import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type App } from './app';

/** Real events of a building permit process; not part of the repository. */
const permits = fileURLToPath(new URL('../../shared/data/permit-receipt.csv', import.meta.url));
const permitCount = 8_577;

/** A publisher before a bus that delivers at least once, a sound handler, and one that often fails. */
const flow = {
  busbar: 1,
  name: 'Permits',
  seed: 5,
  // Until nothing is left to do.
  untilMs: 0,
  nodes: [
    { id: 'log', kind: 'publisher', name: 'Authority', x: 0, y: 100 },
    {
      id: 'bus',
      kind: 'bus',
      name: 'permits',
      x: 300,
      y: 60,
      settings: { guarantee: 'atLeastOnce', maxAttempts: 2 },
    },
    {
      id: 'file',
      kind: 'handler',
      name: 'File it',
      x: 700,
      y: 0,
      settings: { workers: 2, service: { law: 'constant', mean: 3 } },
    },
    {
      id: 'check',
      kind: 'handler',
      name: 'Check it',
      x: 700,
      y: 180,
      settings: { workers: 3, service: { law: 'exponential', mean: 5 }, failureProbability: 0.1 },
    },
    { id: 'dead', kind: 'bus', name: 'Box', x: 500, y: 400, settings: { purpose: 'deadLetters' } },
  ],
  wires: [
    { id: 'w1', from: { node: 'log', port: 'out' }, to: { node: 'bus', port: 'in' } },
    { id: 'w2', from: { node: 'bus', port: 'out' }, to: { node: 'file', port: 'in' } },
    { id: 'w3', from: { node: 'bus', port: 'out' }, to: { node: 'check', port: 'in' } },
    { id: 'w4', from: { node: 'bus', port: 'deadLetter' }, to: { node: 'dead', port: 'in' } },
  ],
};

async function openFlow(app: App): Promise<void> {
  await app.open();
  await app.page.keyboard.press('Control+o');
  const buffer = Buffer.from(JSON.stringify(flow));
  await app.page
    .getByLabel('Choose a file …')
    .setInputFiles({ name: 'permits.json', mimeType: 'application/json', buffer });
  await expect(app.flowName).toHaveValue('Permits');
}

async function chooseLog(app: App, name: string, buffer: Buffer): Promise<void> {
  await app.menu('Import a recorded log …');
  await app.page.getByLabel('Choose a log …').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function metricsOf(app: App, node: string): Promise<void> {
  await app.select(node);
  await app.inspector.getByRole('tab', { name: 'Metrics' }).click();
}

/** Runs to the end and checks that nothing that was published is unaccounted for. */
async function expectBalancedLedger(app: App, published: number): Promise<void> {
  // By default a log is played in one minute.
  const status = app.page.getByTestId('run-status');
  await expect(status).toContainText('ends at 1 min, everything settled', { timeout: 20_000 });
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await metricsOf(app, 'Authority');
  await expect.poll(() => app.metric('Published')).toBe(published);
  expect(await app.metric('Due and waiting')).toBe(0);

  await metricsOf(app, 'permits');
  expect(await app.metric('Accepted')).toBe(published);
  expect(await app.metric('Refused')).toBe(0);
  const deadLetters: number[] = [];
  for (const handler of ['File it', 'Check it']) {
    const of = (name: string) => app.metric(name, handler);
    const dead = await of('Sent to dead letters');
    expect(await of('Accepted')).toBe(published);
    expect((await of('Delivered')) + dead + (await of('Dropped'))).toBe(published);
    const inside = ['Waiting', 'Handed over, not yet acknowledged', 'Waiting for the next attempt'];
    for (const name of inside) expect(await of(name)).toBe(0);
    deadLetters.push(dead);
  }
  await metricsOf(app, 'File it');
  expect(await app.metric('Done')).toBe(published);
  await metricsOf(app, 'Check it');
  expect(await app.metric('Done')).toBe(published - (deadLetters[1] ?? 0));
  expect(deadLetters[0]).toBe(0);
  await metricsOf(app, 'Box');
  expect(await app.metric('Kept')).toBe(deadLetters[1]);
}

test('8,577 real events drive a publisher through bus and handlers to the end, and the ledger balances', async ({
  app,
}) => {
  test.skip(!existsSync(permits), 'The recorded log lies outside of the repository and is not there.');
  await openFlow(app);
  await chooseLog(app, 'permit-receipt.csv', readFileSync(permits));
  await expect(app.dialog).toContainText('8,577 events over');
  await expect(app.dialog.getByRole('combobox', { name: 'Key' }).locator('option:checked')).toHaveText(
    'case',
  );
  await expect(app.dialog.getByRole('combobox', { name: 'Time' }).locator('option:checked')).toHaveText(
    'timestamp',
  );
  const player = app.dialog.getByRole('combobox', { name: 'Played by' });
  await expect(player.locator('option:checked')).toHaveText('A new publisher');
  await player.selectOption('Authority');
  await app.dialog.getByRole('button', { name: /^Import 8,?577 events$/ }).click();
  await expect(app.toast).toContainText(/Imported 8,?577 events; 0 rows left out\./);
  await expectBalancedLedger(app, permitCount);
});

test('CloudEvents, one a line, become a recording, and what cannot be read is named', async ({ app }) => {
  const events = Array.from({ length: 60 }, (_, index) => ({
    specversion: '1.0',
    id: String(index),
    source: '/orders',
    type: index % 3 === 0 ? 'order.paid' : 'order.placed',
    subject: `order-${index % 7}`,
    time: new Date(Date.UTC(2024, 0, 1, 8, 0, index)).toISOString(),
    data: { index },
  }));
  const lines = events.map((event) => JSON.stringify(event));
  lines.splice(20, 0, '{"specversion":"1.0","id":"x","source":"/orders"}', 'no JSON at all');
  await openFlow(app);
  await chooseLog(app, 'orders.ndjson', Buffer.from(lines.join('\n')));
  await expect(app.dialog).toContainText('60 events over');
  await expect(app.dialog).toContainText('Row 21 lacks the CloudEvents attribute type');
  await expect(app.dialog).toContainText('Row 22 is not a JSON object');
  await app.dialog.getByRole('combobox', { name: 'Played by' }).selectOption('Authority');
  await app.dialog.getByRole('button', { name: 'Import 60 events' }).click();
  await expect(app.canvas.getByRole('list', { name: 'Event types' })).toContainText('order.paid');
  await expectBalancedLedger(app, 60);

  await app.page.getByRole('button', { name: 'Undo: Import orders.ndjson' }).click();
  await expect(app.canvas.getByRole('list', { name: 'Event types' })).toHaveCount(0);
});
