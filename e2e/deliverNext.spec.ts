import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App, type Place } from './app';
import { shopFlow } from './shopFlow';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

/** As many orders at once as are asked for, and a clerk who takes a second for each. The others wait in bus or inbox. */
function clerkOf(waitsIn: 'bus' | 'inbox', orders = 4) {
  return shopFlow({
    name: 'One clerk',
    untilMs: 20_000,
    types: ['OrderPlaced'],
    script: Array.from({ length: orders }, (_, index) => ({
      atMs: 0,
      type: 'OrderPlaced',
      key: `order-${String(index + 1)}`,
    })),
    clerk: {
      service: { law: 'constant', mean: 1_000 },
      ...(waitsIn === 'inbox' ? { mode: 'async', inboxCapacity: 0 } : {}),
    },
  });
}

/** The numbers of the orders as the clerk finished them, by the log. */
async function finished(app: App): Promise<readonly number[]> {
  const rows = app.bottom
    .getByRole('grid', { name: 'Event log' })
    .getByRole('row')
    .filter({ hasText: /Clerk finishes/ });
  return (await rows.allInnerTexts()).map((text) => Number(/#(\d+)/.exec(text)?.[1]));
}

/** Plays to the end, reads what was finished in which order, and tells the place there. */
async function expectOrder(app: App, order: readonly number[]): Promise<Place> {
  await app.player.getByRole('button', { name: 'To the end' }).click();
  await app.showTab('Event log');
  await app.bottom.getByRole('combobox', { name: 'What' }).selectOption({ label: 'finish' });
  await expect.poll(() => finished(app)).toEqual(order);
  await expect.poll(() => app.timeMs()).toBe(4_000);
  const place = await app.place();
  await app.bottom.getByRole('combobox', { name: 'What' }).selectOption({ index: 0 });
  return place;
}

const cases = [
  { waitsIn: 'bus', node: 'orders', step: 10 },
  { waitsIn: 'inbox', node: 'Clerk', step: 17 },
] as const;

for (const { waitsIn, node, step } of cases) {
  test(`what waits in the ${waitsIn} goes first by the menu of its slot, and undo brings the order back`, async ({
    app,
    page,
  }) => {
    await app.openFlow(clerkOf(waitsIn));
    const plain = await expectOrder(app, [1, 2, 3, 4]);
    await app.goToStep(step);
    const before = await app.place();
    const slot = app.node(node).locator('[data-queue] [data-event="4"]');
    await slot.click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Deliver this event next/ }).click();
    await expect.poll(() => app.step()).toBe(step + 1);
    const changed = await expectOrder(app, [1, 4, 2, 3]);
    expect(changed.hash).not.toBe(plain.hash);

    // What happened before it is what it was, and undone all of it is.
    await app.goToStep(step);
    expect(await app.place()).toEqual(before);
    await page.keyboard.press('Control+z');
    await expect(app.toast).toContainText(`Undid: Let an event of ${node} go first`);
    expect(await expectOrder(app, [1, 2, 3, 4])).toEqual(plain);
  });

  test(`what waits in the ${waitsIn} goes first by a button of the inspector, pressed with a key`, async ({
    app,
    page,
  }) => {
    await app.openFlow(clerkOf(waitsIn));
    await app.backToStart();
    await app.goToStep(step);
    await app.select(node);
    const now = app.inspector.getByRole('region', { name: 'Right now' });
    const button = now.getByRole('button', { name: 'Deliver OrderPlaced #3 next' });
    await app.showTab('Follow');
    const field = app.bottom.getByRole('textbox', { name: 'Event number or key' });
    // Who is in hand waits for nobody, and who goes next anyway needs no help.
    await field.fill('1');
    await field.press('Enter');
    await expect(app.bottom.getByTestId('life-summary')).toContainText('#1');
    await expect(now.getByText(/Deliver OrderPlaced|is next in order/)).toHaveCount(0);
    await field.fill('2');
    await field.press('Enter');
    await expect(now.getByText('OrderPlaced #2 is next in order.')).toBeVisible();
    await field.fill('3');
    await field.press('Enter');
    await expect(button).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => app.step()).toBe(step + 1);
    await expect(now.getByText('OrderPlaced #3 is next in order.')).toBeVisible();
    await expectOrder(app, [1, 3, 2, 4]);
  });
}

/** Twenty orders wait, more than there are slots, one step before the first one is finished. */
async function openCrowd(app: App, waitsIn: 'bus' | 'inbox'): Promise<void> {
  await app.openFlow(clerkOf(waitsIn, 20));
  await app.backToStart();
  // The log names that step.
  await app.showTab('Event log');
  await app.bottom.getByRole('combobox', { name: 'What' }).selectOption({ label: 'finish' });
  const first = app.bottom.getByRole('row', { name: /Clerk finishes OrderPlaced #1 / });
  await first.getByRole('gridcell').nth(3).click();
  await app.page.keyboard.press('Shift+F11');
}

test('more than fit into the slots of a bus: those that are shown have the same menu', async ({
  app,
  page,
}) => {
  await openCrowd(app, 'bus');
  const slot = app.node('orders').locator('[data-queue] [data-event="4"]');
  await slot.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Deliver this event next/ }).click();
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
  await expect.poll(async () => (await finished(app)).slice(0, 4)).toEqual([1, 4, 2, 3]);
});

for (const { waitsIn, node } of cases) {
  test(`what stands further back in the ${waitsIn} than is shown goes first by its number, or where it is followed`, async ({
    app,
    page,
  }) => {
    await openCrowd(app, waitsIn);
    await app.bottom.getByRole('button', { name: 'Stop following' }).click();
    await app.showTab('Next steps');
    const waiting = app.bottom.getByRole('region', { name: 'Waiting in queues' });
    const number = waiting.getByRole('textbox', { name: `Number of an event that waits in ${node}` });
    await expect(waiting.locator('[data-event]')).toHaveCount(12);
    await expect(waiting).toContainText(`and 7 more in ${node}`);
    await number.fill('1');
    await expect(waiting.getByRole('status')).toContainText('#1 does not wait there');
    await number.fill('19');
    expect(await accessibilityFindings(page, '[data-tab="next"]')).toEqual([]);
    await waiting.getByRole('button', { name: `Do this next: OrderPlaced #19 waits in ${node}` }).click();
    await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
    await app.showTab('Event log');
    await expect.poll(async () => (await finished(app)).slice(0, 3)).toEqual([1, 19, 2]);

    // One that was followed from anywhere goes first at the node that is selected.
    await app.showTab('Follow');
    const field = app.bottom.getByRole('textbox', { name: 'Event number or key' });
    await field.fill('18');
    await field.press('Enter');
    await app.select(node);
    const now = app.inspector.getByRole('region', { name: 'Right now' });
    await expect(now.getByRole('button', { name: 'Deliver OrderPlaced #18 next' })).toBeVisible();
    await app.canvas.focus();
    await page.keyboard.press('Shift+N');
    await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*2/ })).toBeVisible();
    await app.showTab('Event log');
    await expect.poll(async () => (await finished(app)).slice(0, 2)).toEqual([1, 18]);
  });
}

test('what waits is tried in a branch too, and the run as it is stays beside it', async ({ app }) => {
  await app.openFlow(clerkOf('bus'));
  await app.backToStart();
  await app.goToStep(10);
  await app.showTab('Next steps');
  await app.bottom.getByRole('checkbox', { name: /^Try it in a branch/ }).check();
  const waiting = app.bottom.getByRole('region', { name: 'Waiting in queues' });
  await waiting
    .getByRole('button', { name: 'Do this next: OrderPlaced #4 waits in orders for Clerk' })
    .click();
  await expect(app.bottom.getByRole('tab', { name: 'Compare', selected: true })).toBeVisible();
  await expect(app.bottom.getByText(/^by hand: Let #4 go first in orders/)).toBeVisible();
  await expect(app.bottom.getByTestId('first-difference')).toContainText('From step 11');
});
