import { expect, test, type App } from './app';

// A phone: nothing hovers, no pointer shows what comes next, and panels stack.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Picks something of the palette and taps the place on the canvas where it is to stand. */
async function place(app: App, item: string, x: number, y: number): Promise<void> {
  await app.palette.getByRole('button', { name: item }).tap();
  await expect(app.toast).toContainText(item);
  await app.page.touchscreen.tap(x, y);
  await expect(app.node(item)).toBeVisible();
  await expect(app.toast).toBeHidden();
}

/** Taps a port of a node: that of what leaves it on its right, that of what comes on its left. */
async function tapPort(app: App, node: string, side: 'left' | 'right'): Promise<void> {
  const box = await app.node(node).boundingBox();
  if (box === null) throw new Error(`${node} cannot be seen.`);
  await app.page.touchscreen.tap(side === 'left' ? box.x : box.x + box.width, box.y + box.height / 2);
}

test('a newcomer builds, connects, steps, undoes and lets go of a selection with a finger', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('button', { name: 'Menu of the flow' }).tap();
  await page.getByRole('menuitem', { name: 'New flow' }).tap();
  await expect(page.getByText('Tap Add below')).toBeVisible();
  await page.getByRole('button', { name: 'Add', exact: true }).tap();
  await place(app, 'Publisher', 100, 150);
  await place(app, 'Topic bus', 190, 280);
  await place(app, 'Handler', 280, 410);

  await tapPort(app, 'Publisher', 'right');
  await tapPort(app, 'Topic bus', 'left');
  await expect(app.wire('Publisher', 'Topic bus')).toBeVisible();
  await tapPort(app, 'Topic bus', 'right');
  await tapPort(app, 'Handler', 'left');
  await expect(app.wire('Topic bus', 'Handler')).toBeVisible();

  await page.getByRole('button', { name: /^Undo/ }).tap();
  await expect(app.wire('Topic bus', 'Handler')).toHaveCount(0);
  await page.getByRole('button', { name: /^Redo/ }).tap();
  await expect(app.wire('Topic bus', 'Handler')).toBeVisible();
  for (let step = 1; step <= 3; step += 1) {
    await app.player.getByRole('button', { name: 'Step', exact: true }).tap();
    await expect.poll(async () => (await app.place()).step).toBeGreaterThanOrEqual(step);
  }

  await app.node('Handler').tap({ position: { x: 30, y: 10 } });
  await page.getByRole('button', { name: 'Set up' }).tap();
  await expect(app.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Handler');
  await page.touchscreen.tap(320, 120);
  await expect(app.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveCount(0);
});

test('the tables of what is predicted keep their height on a phone', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Timeline', exact: true }).tap();
  await app.bottom.getByRole('tab', { name: 'Prediction' }).tap();
  const row = app.bottom.getByTestId('stations').getByRole('row', { name: /^Storefront/ });
  await row.scrollIntoViewIfNeeded();
  await expect(row).toBeInViewport();
});

test('what the run stopped for and what was just said are both read on a phone', async ({ app, page }) => {
  await app.openExample('Poison message and dead letters');
  await app.node('invoices').tap({ position: { x: 30, y: 10 } });
  await page.keyboard.press('Control+b');
  await page.keyboard.press('F8');
  const notice = page.getByRole('region', { name: 'Why the run stopped' });
  await expect(notice).toBeVisible();
  await app.command('Change between light and dark');
  await expect(app.toast).toBeVisible();
  await expect
    .poll(async () => {
      const [said, stopped] = [await app.toast.boundingBox(), await notice.boundingBox()];
      return said !== null && stopped !== null && said.y + said.height <= stopped.y;
    })
    .toBe(true);
});
