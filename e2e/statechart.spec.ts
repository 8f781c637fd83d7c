import { readFileSync } from 'node:fs';
import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });
// Each of these is a long story.
test.describe.configure({ timeout: 120_000 });

const saga = {
  id: 'order',
  context: { total: 0 },
  initial: 'new',
  states: {
    new: {
      on: {
        OrderPlaced: {
          target: 'paying',
          actions: { type: 'assign', params: { total: '${data.total}' } },
        },
      },
    },
    paying: {
      entry: { type: 'emit', params: { type: 'PayOrder', data: { total: '${context.total}' } } },
      on: { PaymentCaptured: 'paid' },
      after: {
        3000: { target: 'cancelled', actions: { type: 'log', params: { message: '${key} is late' } } },
      },
    },
    paid: { type: 'final' },
    cancelled: { type: 'final' },
  },
};

const script = [
  { atMs: 0, type: 'OrderPlaced', key: 'order-1', data: { total: 20 } },
  { atMs: 1000, type: 'OrderPlaced', key: 'order-2', data: { total: 50 } },
  { atMs: 2000, type: 'PaymentCaptured', key: 'order-1' },
];

/** A shop, a bus, a handler, and a bus for what it emits. */
function flowWith(settings: object, events: readonly object[]) {
  const wire = (id: string, from: string, to: string) => ({
    id,
    from: { node: from, port: 'out' },
    to: { node: to, port: 'in' },
  });
  const shop = { generation: 'script', script: events };
  const service = { law: 'constant', mean: 100 };
  return {
    busbar: 1,
    name: 'Saga',
    untilMs: 0,
    eventTypes: ['OrderPlaced', 'PaymentCaptured', 'PayOrder'].map((id) => ({ id, name: id })),
    nodes: [
      { id: 'shop', kind: 'publisher', name: 'Shop', x: 0, y: 100, settings: shop },
      { id: 'orders', kind: 'bus', name: 'Orders', x: 260, y: 60 },
      {
        id: 'saga',
        kind: 'handler',
        name: 'Order saga',
        x: 600,
        y: 80,
        settings: { service, ...settings },
      },
      { id: 'asks', kind: 'bus', name: 'Asks', x: 900, y: 60, settings: { unrouted: 'keep' } },
    ],
    wires: [wire('w1', 'shop', 'orders'), wire('w2', 'orders', 'saga'), wire('w3', 'saga', 'asks')],
  };
}

async function openFlow(app: App, settings: object, events: readonly object[] = script): Promise<void> {
  await app.open();
  await app.page.keyboard.press('Control+o');
  const buffer = Buffer.from(JSON.stringify(flowWith(settings, events)));
  await app.page
    .getByLabel('Choose a file …')
    .setInputFiles({ name: 'saga.json', mimeType: 'application/json', buffer });
  await expect(app.flowName).toHaveValue('Saga');
  await app.select('Order saga');
}

test('a handler runs a saga for every key, and shows where each of them is', async ({ app }) => {
  await openFlow(app, { behaviour: 'statechart', chart: saga });
  const { inspector, page } = app;
  await inspector.getByRole('tab', { name: 'Automaton' }).click();
  await inspector.getByRole('radio', { name: 'What it does' }).check();
  await expect(inspector.getByRole('application', { name: /Statechart of Order saga/ })).toBeVisible();
  await app.backToStart();
  await expect(inspector.getByText('No instance has begun yet.')).toBeVisible();
  await app.showTab('Event log');
  await expect(app.bottom.getByText(/new → paying/).first()).toBeVisible();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect(inspector.getByText('2 instances, 2 done')).toBeVisible();
  const key = inspector.getByRole('combobox', { name: 'Key' });
  await key.fill('order-1');
  await expect(inspector.getByRole('status').filter({ hasText: 'in paid' })).toBeVisible();
  await key.fill('order-2');
  await expect(inspector.getByRole('status').filter({ hasText: 'in cancelled' })).toBeVisible();
  await expect(app.bottom.getByText('order-2 is late').first()).toBeVisible();

  // Back to where order-2 waits: its state is lit, and its delay is told.
  const before = app.bottom.getByRole('row', { name: /paying → cancelled/ });
  await before.getByRole('gridcell').nth(3).or(before.getByRole('cell').nth(3)).first().click();
  await page.keyboard.press('Shift+F11');
  await expect(inspector.getByRole('status').filter({ hasText: 'paying since' })).toBeVisible();
  await expect(inspector.getByRole('status').filter({ hasText: 'next delay ends at' })).toBeVisible();
  const row = inspector.getByTestId('chart-states').getByRole('row', { name: /paying/ });
  await expect(row.getByRole('cell').first()).toHaveText('1');
  expect(await accessibilityFindings(app.page, 'aside')).toEqual([]);
});

test('any key can be looked at while the run plays, and its state is lit', async ({ app }) => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    atMs: index * 200,
    type: 'OrderPlaced',
    key: `order-${index}`,
    data: { total: 1 },
  }));
  await openFlow(app, { behaviour: 'statechart', chart: saga }, many);
  const { inspector } = app;
  await inspector.getByRole('tab', { name: 'Automaton' }).click();
  await inspector.getByRole('radio', { name: 'What it does' }).check();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect(inspector.getByText('60 instances, 60 done')).toBeVisible();
  // Long ago another key was stepped: it is not among the last ones.
  const key = inspector.getByRole('combobox', { name: 'Key' });
  await key.fill('er-4');
  await expect(inspector.getByText('11 of 60 keys contain this:')).toBeVisible();
  await inspector.getByRole('button', { name: 'order-4', exact: true }).click();
  await expect(key).toHaveValue('order-4');
  const place = inspector.getByRole('status').filter({ hasText: 'in cancelled' });
  await expect(place).toBeVisible();
  await key.fill('nobody');
  await expect(inspector.getByText('No key contains “nobody” so far.')).toBeVisible();
  expect(await accessibilityFindings(app.page, 'aside')).toEqual([]);

  await key.fill('order-4');
  await expect(place).toBeVisible();
  await app.backToStart();
  await expect(inspector.getByText('No instance has begun yet.')).toBeVisible();
  await app.play();
  const lit = inspector.locator('[data-state="paying"][data-current]');
  await expect(inspector.getByText(/^paying since/)).toBeVisible();
  await expect(lit).toHaveCount(1);
  await expect(inspector.locator('[data-state="cancelled"][data-current]')).toHaveCount(1);
});

test('a statechart is drawn from nothing, told what to do, and decides what the handler does', async ({
  app,
}) => {
  await openFlow(app, {});
  const { inspector, page } = app;
  await inspector.getByRole('radio', { name: 'A statechart' }).check();
  const editor = inspector.getByRole('group', { name: 'Statechart' });
  await editor.getByRole('button', { name: 'Add the first state' }).click();
  await page.keyboard.type('waiting');
  await page.keyboard.press('Enter');
  await editor.getByRole('button', { name: 'State', exact: true }).click();
  await page.keyboard.type('placed');
  await page.keyboard.press('Enter');
  await editor.getByRole('combobox', { name: 'Kind' }).selectOption('final');
  // From the first state to the second, by the form of the first.
  await editor.getByRole('application').getByText('waiting', { exact: true }).last().click();
  await expect(editor.getByRole('textbox', { name: 'Name' })).toHaveValue('waiting');
  await editor.getByRole('combobox', { name: 'New transition' }).fill('OrderPlaced');
  await editor.getByRole('combobox', { name: 'To' }).selectOption({ label: 'placed' });
  await editor.getByRole('button', { name: 'Add the transition' }).click();
  await editor.getByRole('textbox', { name: 'Guard' }).fill('data.total > 30');
  await editor.getByRole('button', { name: 'Add row: Actions' }).click();
  await expect(editor.getByText('/ emit OrderPlaced').first()).toBeVisible();
  await expect(editor.getByText('[data.total > 30]').first()).toBeVisible();

  await inspector.getByRole('tab', { name: 'Automaton' }).click();
  await inspector.getByRole('radio', { name: 'What it does' }).check();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect(inspector.getByText('2 instances, 1 done')).toBeVisible();
  await expect(inspector.getByText('2 events that no transition waited for')).toBeVisible();
});

test('a machine of XState comes in with the list of what is lost, and goes out as one', async ({ app }) => {
  await openFlow(app, { behaviour: 'statechart' });
  const { inspector, page } = app;
  const machine = {
    id: 'm',
    initial: 'a',
    version: '2',
    states: {
      a: {
        invoke: { src: 'load' },
        on: { OrderPlaced: { target: 'b', guard: 'isPaid', actions: 'tell' } },
        after: { 500: 'b' },
      },
      b: { type: 'final' },
    },
  };
  await inspector.getByRole('button', { name: 'Import from XState' }).click();
  const form = inspector.getByRole('region', { name: 'Import from XState' });
  await form.getByRole('textbox', { name: 'Machine configuration' }).fill(JSON.stringify(machine));
  await form.getByRole('button', { name: 'Replace the statechart' }).click();
  await expect(form.getByText('Imported with 2 states. Not carried over: 4.')).toBeVisible();
  for (const where of ['version', 'states.a.invoke', 'states.a.on.OrderPlaced.guard']) {
    await expect(form.getByRole('listitem').filter({ hasText: where })).toBeVisible();
  }
  expect(await accessibilityFindings(app.page, 'aside')).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    inspector.getByRole('button', { name: 'Export for XState' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({
    id: 'm',
    initial: 'a',
    states: {
      a: { on: { OrderPlaced: [{ target: 'b', guard: 'false' }] }, after: { 500: [{ target: 'b' }] } },
      b: { type: 'final' },
    },
  });
});
