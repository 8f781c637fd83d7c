import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './app';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Presses Tab until something has the focus. */
async function tabTo(app: App, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Holds back a file of the page until the answer is called. */
async function holdBack(page: Page, file: RegExp): Promise<() => void> {
  let send: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(file, async (route) => {
    await sent;
    await route.continue();
  });
  return () => send();
}

/** Presses arrow keys towards a node until it is the one that the canvas names as active. */
async function arrowTo(app: App, name: string): Promise<void> {
  const target = app.node(name);
  const id = (await target.getAttribute('id')) ?? '';
  for (let presses = 0; presses < 8; presses += 1) {
    const active = await app.canvas.getAttribute('aria-activedescendant');
    if (active === id) return;
    const from = await app.page.locator(`[id="${active}"]`).boundingBox();
    const to = await target.boundingBox();
    if (from === null || to === null) throw new Error(`There is no way to ${name}.`);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const sideways = x > 0 ? 'ArrowRight' : 'ArrowLeft';
    const upright = y > 0 ? 'ArrowDown' : 'ArrowUp';
    await app.page.keyboard.press(Math.abs(x) > Math.abs(y) ? sideways : upright);
  }
  await expect(app.canvas).toHaveAttribute('aria-activedescendant', id);
}

async function connect(app: App, from: string, to: string): Promise<void> {
  await arrowTo(app, from);
  await app.page.keyboard.press('c');
  const search = app.page.getByRole('combobox', { name: 'Search for a node' });
  await expect(search).toBeFocused();
  await app.page.keyboard.type(to);
  await app.page.keyboard.press('Enter');
  await expect(app.wire(from, to)).toBeVisible();
  await expect(app.canvas).toBeFocused();
}

test('a flow is drawn, wired, run, stepped, renamed and shared without touching a mouse', async ({
  app,
  page,
}) => {
  await app.open();
  await app.command('New flow');
  await expect(page.getByText('An empty canvas')).toBeVisible();

  for (const item of ['Publisher', 'Topic bus', 'Handler']) {
    await tabTo(app, app.palette.getByRole('button', { name: item, exact: true }));
    await page.keyboard.press('Enter');
    await expect(app.node(item)).toBeVisible();
  }
  await tabTo(app, app.canvas);
  await connect(app, 'Publisher', 'Topic bus');
  await connect(app, 'Topic bus', 'Handler');

  await page.keyboard.press('Space');
  await expect.poll(() => app.step(), { timeout: 15_000 }).toBeGreaterThan(5);
  await page.keyboard.press('Space');
  await expect(app.player.getByRole('button', { name: 'Play' })).toBeVisible();
  const rest = await app.place();
  await page.keyboard.press('Shift+Period');
  await expect.poll(() => app.step()).toBe(rest.step + 1);
  expect((await app.place()).hash).not.toBe(rest.hash);
  await expect(page.getByTestId('narration')).toContainText(`Step ${rest.step + 1}, `);
  await page.keyboard.press('Shift+Comma');
  await expect.poll(() => app.step()).toBe(rest.step);
  expect((await app.place()).hash).toBe(rest.hash);

  await arrowTo(app, 'Handler');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toBeFocused();
  await page.keyboard.type('Ship order');
  await page.keyboard.press('Enter');
  await expect(app.node('Ship order')).toBeVisible();
  await expect(app.canvas).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('share');
  await page.keyboard.press('Enter');
  const copy = app.dialog.getByRole('button', { name: 'Copy link' });
  await expect(copy).toBeVisible();
  await tabTo(app, copy);
  await page.keyboard.press('Enter');
  await expect(app.dialog).toContainText('The link is on the clipboard.');
  const link = await app.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).toMatch(/#[A-Za-z0-9._-]*[A-Za-z0-9]$/);

  await page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  await page.keyboard.press('Control+Shift+S');
  await expect(app.dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(link);
});

test('arrows with Ctrl move a node, Delete takes it away, and Ctrl-Z brings both back', async ({
  app,
  page,
}) => {
  await app.open();
  await page.keyboard.press('Space');
  await app.command('New flow');
  await expect(page.getByText('An empty canvas')).toBeVisible();
  await tabTo(app, app.palette.getByRole('button', { name: 'Store' }));
  await page.keyboard.press('Enter');
  await tabTo(app, app.canvas);
  const before = await app.node('Store').boundingBox();
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(async () => (await app.node('Store').boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
  await page.keyboard.press('Delete');
  await expect(app.node('Store')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(app.toast).toContainText('Undid: Delete Store');
  await expect(app.node('Store')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(app.toast).toContainText('Undid: Move Store');
  await expect.poll(async () => (await app.node('Store').boundingBox())?.x).toBe(before?.x);
});

test('single keys do nothing while a text is being typed, and can be turned off', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Space');
  await app.command('Back to the start');
  await expect.poll(() => app.step()).toBe(0);
  await tabTo(app, app.flowName);
  await page.keyboard.press('End');
  await page.keyboard.type(' . , n');
  await expect(app.flowName).toHaveValue('Order flow . , n');
  expect(await app.step()).toBe(0);
  await app.command('Single-key shortcuts');
  await tabTo(app, app.canvas);
  await page.keyboard.press('.');
  await app.drawPictures();
  expect(await app.step()).toBe(0);
  await app.command('Step into');
  await expect.poll(() => app.step()).toBe(1);
});

test('keys that are pressed before their part has come over a slow line are done when it is there', async ({
  app,
  page,
}) => {
  const sendOverlays = await holdBack(page, /EditorOverlays-.*\.js/);
  const sendSearch = await holdBack(page, /CommandPalette-.*\.js/);
  await page.goto('/');
  await expect(app.canvas).toBeVisible();
  await expect(app.player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+k');
  await expect(app.player.getByRole('button', { name: 'Pause' })).toBeVisible();
  sendOverlays();
  await expect(app.player.getByRole('button', { name: 'Play' })).toBeVisible();

  // The search is open and not there yet: what is typed is for it. Single keys would add a note and delete it.
  await page.keyboard.type('new flow');
  await page.keyboard.press('Enter');
  sendSearch();
  await expect(page.getByText('An empty canvas')).toBeVisible();
  await expect(app.dialog).toBeHidden();
});
