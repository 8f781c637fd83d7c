import { examples } from '../src/ui/app/examples';
import { examples as titles } from '../src/ui/i18n/en/examples';
import hashes from './hashes.json' with { type: 'json' };
import { expect, test, type App } from './app';

const steps = 1_000;

/** What the unit test in `src/engine/runtime/exampleHashes.test.ts` computes in Node. */
const inNode: Readonly<Record<string, string>> = hashes;
const byKey: Readonly<Record<string, string>> = titles;
const titleOf = (key: string) => byKey[key.replace('examples.', '')] ?? key;

async function hashAfter(app: App, step: number): Promise<string> {
  await app.goToStep(step);
  return (await app.place()).hash;
}

test('every example has a hash of its own on record', () => {
  expect(Object.keys(hashes).toSorted()).toEqual(examples.map(({ id }) => id).toSorted());
});

for (const { id, title } of examples) {
  test(`${titleOf(title)}: the worker of the page computes the hash that Node computes`, async ({ app }) => {
    await app.openExample(titleOf(title));
    expect(await hashAfter(app, steps)).toBe(inNode[id]);
  });
}

test('the hash is the same when nodes were moved and the flow was renamed', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.canvas.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Shift+L');
  await app.flowName.fill('Moved about');
  await app.flowName.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo: Rename the flow' })).toBeEnabled();
  expect(await hashAfter(app, steps)).toBe(inNode['order-flow']);
});

test('the hash is the same on a small screen, where a sheet covers the canvas', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.openExample('Order flow');
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Timeline' }).click();
  expect(await hashAfter(app, steps)).toBe(inNode['order-flow']);
});

test('the hash is the same while the canvas is hidden', async ({ app }) => {
  await app.openExample('Order flow');
  await app.page.locator('main').evaluate((main) => {
    main.style.display = 'none';
  });
  expect(await hashAfter(app, steps)).toBe(inNode['order-flow']);
});
