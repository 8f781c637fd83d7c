import { templates } from '../src/templates/templates';
import { examples as texts } from '../src/ui/i18n/en/examples';
import hashes from './hashes.json' with { type: 'json' };
import { expect, test, type App } from './app';

/** What the unit test in `src/engine/runtime/exampleHashes.test.ts` computes in Node. */
const inNode = hashes;
const { step: steps, hash: ofOrderFlow } = hashes['order-flow'];

async function hashAfter(app: App, step: number): Promise<string> {
  await app.goToStep(step);
  return (await app.place()).hash;
}

test('every example has a hash of its own on record', () => {
  expect(Object.keys(hashes).toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
});

for (const { id } of templates) {
  const title = texts[`${id}.title`];
  test(`${title}: the worker of the page computes the hash that Node computes`, async ({ app }) => {
    await app.openExample(title);
    expect(await hashAfter(app, inNode[id].step)).toBe(inNode[id].hash);
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
  expect(await hashAfter(app, steps)).toBe(ofOrderFlow);
});

test('the hash is the same on a small screen, where a sheet covers the canvas', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.openExample('Order flow');
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Timeline' }).click();
  expect(await hashAfter(app, steps)).toBe(ofOrderFlow);
});

test('the hash is the same while the canvas is hidden', async ({ app }) => {
  await app.openExample('Order flow');
  await app.drawPictures();
  await app.page.locator('main').evaluate((main) => {
    main.style.display = 'none';
  });
  expect(await hashAfter(app, steps)).toBe(ofOrderFlow);
});
