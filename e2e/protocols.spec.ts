import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';
import { shopFlow } from './shopFlow';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

/** A shop that publishes what is listed, one a second, a bus, and a clerk who works on it in its order. */
function shopOf(script: readonly (readonly [type: string, key: string])[]) {
  return shopFlow({
    name: 'Shop',
    untilMs: 20_000,
    types: ['OrderPlaced', 'OrderPaid', 'OrderShipped'],
    script: script.map(([type, key], index) => ({ atMs: (index + 1) * 1000, type, key })),
  });
}

/** The protocols of a bus, in the inspector. */
async function protocolsOf(app: App, bus: string) {
  await app.select(bus);
  const section = app.inspector.getByRole('region', { name: 'Protocols' });
  await section.getByRole('button', { name: 'Add a protocol' }).click();
  await expect(section.getByRole('button', { name: /^Protocol/, expanded: true })).toBeVisible();
  return section;
}

test('a protocol that is drawn from nothing catches a violation, and the run stops there when asked to', async ({
  app,
  page,
}) => {
  test.slow();
  await app.openFlow(
    shopOf([
      ['OrderPlaced', 'order-17'],
      ['OrderPaid', 'order-17'],
      ['OrderPlaced', 'order-17'],
    ]),
  );
  const section = await protocolsOf(app, 'orders');
  await section.getByRole('radio', { name: 'Drawing' }).check();
  const editor = section.getByRole('application', { name: /^Protocol “Protocol”/ });
  await section.getByRole('button', { name: 'Add the first state' }).click();
  await editor.focus();
  // A second state, where it may end, and a transition from the first one to it, by the first event type.
  await editor.press('Home');
  await editor.press('n');
  await editor.press('a');
  await editor.press('Home');
  await editor.press('c');
  await editor.press('ArrowDown');
  await editor.press('Enter');
  await section.getByText('The same as a table').click();
  await expect(section.getByRole('row', { name: /state 1/ })).toContainText('OrderPlaced → state 2');
  expect(await accessibilityFindings(app.page)).toEqual([]);

  const eye = app.canvas.getByRole('button', { name: /violated|breaks/ });
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect(eye).toHaveText(/violated at 3\.000\s*s/);
  await expect(page.getByText('1 protocol violated')).toBeVisible();

  await section.getByRole('switch', { name: 'Stop when broken' }).check();
  await app.backToStart();
  await app.play();
  await expect(app.player.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 });
  expect(await app.timeMs()).toBe(3000);
  const broken = await app.step();
  await app.backToStart();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect.poll(() => app.step()).toBeGreaterThan(broken);
  await eye.click();
  await expect.poll(() => app.step()).toBe(broken);

  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.inspector.getByRole('radio', { name: 'Protocol' }).check();
  await expect(app.inspector.getByText(/^order-17 violated it at 3\.000\s*s, in state 2$/)).toBeVisible();
  await expect(app.inspector.getByRole('application', { name: /^Protocol “Protocol”/ })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  expect(await accessibilityFindings(app.page)).toEqual([]);
});

test('a sentence catches the overtaking of its lesson in the order of completion, and not in that of publishing', async ({
  app,
}) => {
  await app.openExample('Overtaking');
  const section = await protocolsOf(app, 'orders');
  const another = section.getByRole('button', { name: 'Choose another rule' });
  await another.click();
  await app.page.keyboard.press('Escape');
  await expect(another).toBeFocused();
  await another.click();
  await section.getByRole('combobox', { name: 'Search rules' }).fill('of its own');
  await section
    .getByRole('option', { name: 'before every ItemRemoved comes an ItemAdded of its own', exact: true })
    .click();
  await expect(
    section.getByText(
      'Before every ItemRemoved there is an ItemAdded, and no other ItemRemoved stands between the two.',
      { exact: false },
    ),
  ).toBeVisible();

  await app.player.getByRole('button', { name: 'To the end' }).click();
  const holds = app.canvas.getByRole('button', { name: /holds so far/ });
  await expect(holds).toBeVisible();
  await section.getByRole('radio', { name: 'Completion' }).check();
  const eye = app.canvas.getByRole('button', { name: /^Go to the step that breaks/ });
  await expect(eye).toBeVisible();
  await section.getByRole('radio', { name: 'Delivery' }).check();
  await expect(holds).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(eye).toBeVisible();

  // An eye that holds shows its automaton.
  await section.getByRole('radio', { name: 'Publishing' }).check();
  await holds.click();
  await expect(app.inspector.getByRole('radio', { name: 'Protocol' })).toBeChecked();
  await expect(app.inspector.getByText('No key waits, and none is violated.')).toBeVisible();
});

test('what is parked is seen beside the bus, and is delivered in legal order when it becomes legal', async ({
  app,
}) => {
  await app.openFlow(
    shopOf([
      ['OrderShipped', 'order-1'],
      ['OrderPaid', 'order-1'],
      ['OrderPlaced', 'order-1'],
    ]),
  );
  const section = await protocolsOf(app, 'orders');
  await section.getByRole('radio', { name: 'Expression' }).check();
  const field = section.getByRole('textbox', { name: 'Expression' });
  await field.fill('(OrderPlaced OrderPaid');
  await expect(section.getByText(/ends too early, at column 23/)).toBeVisible();
  await field.fill('(OrderPlaced OrderPaid OrderShipped)*');
  await section.getByRole('combobox', { name: 'Does' }).selectOption({ label: 'Park until legal' });

  await app.backToStart();
  await app.play();
  await expect(app.canvas.getByText('2 parked')).toBeVisible();
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await expect(app.canvas.getByText(/parked/)).toBeHidden();
  await app.showTab('Event log');
  const log = app.bottom.getByRole('grid', { name: 'Event log' });
  const finished = log.getByRole('row').filter({ hasText: /Clerk finish/ });
  await expect(finished).toHaveCount(3);
  const lines = (await finished.allInnerTexts()).map((text) => ({
    step: Number(/\d+/.exec(text)?.[0]),
    type: /Order(Placed|Paid|Shipped)/.exec(text)?.[1],
  }));
  const inOrder = lines.toSorted((a, b) => a.step - b.step).map(({ type }) => type);
  expect(inOrder).toEqual(['Placed', 'Paid', 'Shipped']);
});

test('a run stops at the violated one of several protocols of a bus, names it, and leads to it', async ({
  app,
  page,
}) => {
  const rule = (id: string, name: string, settings: object) => ({
    id,
    name,
    settings: { bus: 'orders', pauseOnViolation: true, ...settings },
  });
  const shop = shopOf([
    ['OrderPlaced', 'order-1'],
    ['OrderPaid', 'order-1'],
    ['OrderPlaced', 'order-2'],
    ['OrderShipped', 'order-2'],
    ['OrderPaid', 'order-2'],
    ['OrderPaid', 'order-1'],
  ]);
  await app.openFlow(
    Object.assign(shop, {
      protocols: [
        rule('once', 'Paid only once', { pattern: 'atMost', first: 'OrderPaid', count: 1 }),
        rule('paid', 'Paid before shipped', {
          pattern: 'precedence',
          first: 'OrderPaid',
          second: 'OrderShipped',
        }),
        rule('placed', 'Placed before paid', {
          pattern: 'precedence',
          first: 'OrderPlaced',
          second: 'OrderPaid',
        }),
      ],
    }),
  );
  const said = page.getByTestId('stopped');
  const show = page.getByRole('region', { name: 'Why the run stopped' }).getByRole('button', {
    name: /^Show /,
  });
  await app.backToStart();
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(said).toHaveText(/: OrderShipped #4 breaks Paid before shipped$/);
  expect(await app.timeMs()).toBe(4000);
  await expect(show).toHaveAccessibleName('Show Paid before shipped in orders');
  expect(await accessibilityFindings(page)).toEqual([]);

  // It leads to that protocol, not to the first of the bus, and marks it in the list of what stops a run.
  await app.bottom.getByRole('tab', { name: /^Breakpoints/ }).click();
  await expect(app.bottom.locator('li[data-hit]')).toHaveText(/Paid before shipped is violated/);
  await show.click();
  const which = app.inspector.getByRole('combobox', { name: 'Which protocol' });
  await expect(which).toHaveValue('paid');
  await expect(
    app.inspector.getByRole('application', { name: /^Protocol “Paid before shipped”/ }),
  ).toBeVisible();
  await expect(app.inspector.getByText(/^order-2 violated it at 4\.000\s*s/)).toBeVisible();

  // The next stop is that of the other one. The third is never broken and stops nothing.
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(said).toHaveText(/: OrderPaid #6 breaks Paid only once$/);
  await show.click();
  await expect(which).toHaveValue('once');
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(app.toast).toContainText('Nothing more to stop at');

  // One breakpoint for all of them tells which it was just as well.
  for (const name of ['Paid only once', 'Paid before shipped', 'Placed before paid']) {
    await app.bottom.getByRole('checkbox', { name: `Stop there: ${name} is violated` }).uncheck();
  }
  const form = app.bottom.getByRole('form', { name: 'Add a breakpoint' });
  await form.getByRole('combobox', { name: 'Stop when' }).selectOption({ label: 'a protocol is violated' });
  await form.getByRole('combobox', { name: 'Protocol', exact: true }).selectOption({ label: 'any protocol' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await app.backToStart();
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(said).toHaveText(/: OrderShipped #4 breaks Paid before shipped$/);
  await show.click();
  await expect(which).toHaveValue('paid');
});
