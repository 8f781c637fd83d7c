import type { Page } from '@playwright/test';
import { expect, test, type App } from './app';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the canvas, in shares of its width and height. */
async function at(app: App, x: number, y: number): Promise<Point> {
  const box = await app.canvas.boundingBox();
  if (box === null) throw new Error('There is no canvas.');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function dragFromPalette(app: App, item: string, to: Point): Promise<void> {
  const box = await app.palette.getByRole('button', { name: item, exact: true }).boundingBox();
  if (box === null) throw new Error(`The palette has no ${item}.`);
  await drag(app.page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, to);
  await expect(app.node(item)).toBeVisible();
}

async function buildThree(app: App): Promise<void> {
  await app.openEmpty();
  await dragFromPalette(app, 'Publisher', await at(app, 0.15, 0.3));
  await dragFromPalette(app, 'Topic bus', await at(app, 0.45, 0.3));
  await dragFromPalette(app, 'Handler', await at(app, 0.78, 0.3));
}

test('a flow drawn from nothing with the mouse runs, and its handler gets work done', async ({
  app,
  page,
}) => {
  await buildThree(app);
  await drag(page, await app.port('Publisher', 'out'), await app.port('Topic bus', 'in'));
  await expect(app.wire('Publisher', 'Topic bus')).toBeVisible();
  await drag(page, await app.port('Topic bus', 'out'), await app.port('Handler', 'in'));
  await expect(app.wire('Topic bus', 'Handler')).toBeVisible();

  await app.select('Handler');
  await app.inspector.getByRole('tab', { name: 'Metrics' }).click();
  await app.play();
  await expect.poll(() => app.metric('Done'), { timeout: 15_000 }).toBeGreaterThan(0);
  await app.pause();
  await expect(app.node('Handler')).toHaveAccessibleName(/^Handler Handler, /);
});

test('a wire dropped on empty canvas offers what fits, and connects what is chosen', async ({
  app,
  page,
}) => {
  await app.openEmpty();
  await dragFromPalette(app, 'Publisher', await at(app, 0.15, 0.3));
  await drag(page, await app.port('Publisher', 'out'), await at(app, 0.5, 0.4));
  const offer = page.getByRole('dialog', { name: 'Add a node' });
  await expect(offer.getByRole('option', { name: 'Topic bus' })).toBeVisible();
  await expect(offer.getByRole('option', { name: 'Handler' })).toHaveCount(0);
  await offer.getByRole('option', { name: 'Topic bus' }).click();
  await expect(app.wire('Publisher', 'Topic bus')).toBeVisible();
});

test('a connection that makes no sense is refused, and the reason is said', async ({ app, page }) => {
  await buildThree(app);
  await drag(page, await app.port('Publisher', 'out'), await app.port('Handler', 'in'));
  await expect(app.toast).toContainText('Put a bus between them');
  await expect(app.wire('Publisher', 'Handler')).toHaveCount(0);
});

test('a double-click on empty canvas finds and adds a node there', async ({ app, page }) => {
  await app.openEmpty();
  const place = await at(app, 0.5, 0.5);
  await page.mouse.dblclick(place.x, place.y);
  const search = page.getByRole('combobox', { name: 'Search for a node to add' });
  await search.fill('queue');
  await search.press('Enter');
  const box = await app.node('Queue').boundingBox();
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - place.x)).toBeLessThan(30);
  expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - place.y)).toBeLessThan(60);
});

test('a number of the inspector is dragged, and undo names, takes back and redo repeats each change', async ({
  app,
  page,
}) => {
  await app.openEmpty();
  await dragFromPalette(app, 'Handler', await at(app, 0.4, 0.4));
  const workers = app.inspector.getByRole('spinbutton', { name: 'Workers' });
  const before = Number(await workers.inputValue());
  const box = await workers.boundingBox();
  if (box === null) throw new Error('The handler has no workers.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await drag(page, middle, { x: middle.x + 41, y: middle.y });
  await expect(workers).toHaveValue(String(before + 10));

  await page.getByRole('button', { name: /^Undo: Workers of Handler/ }).click();
  await expect(app.toast).toContainText('Undid: Workers of Handler');
  await expect(workers).toHaveValue(String(before));
  await page.getByRole('button', { name: /^Redo: Workers of Handler/ }).click();
  await expect(app.toast).toContainText('Redid: Workers of Handler');
  await expect(workers).toHaveValue(String(before + 10));

  await app.select('Handler');
  await page.keyboard.press('Delete');
  await expect(app.node('Handler')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo: Delete Handler' }).click();
  await expect(app.node('Handler')).toBeVisible();
});

test('a node is armed in the palette with one click and placed with the next', async ({ app, page }) => {
  await app.openEmpty();
  await app.palette.getByRole('button', { name: 'Store' }).click();
  const place = await at(app, 0.6, 0.4);
  await page.mouse.click(place.x, place.y);
  await expect(app.node('Store')).toBeVisible();
  await expect(app.palette.getByRole('button', { name: 'Store' })).toHaveAttribute('aria-pressed', 'false');
});
