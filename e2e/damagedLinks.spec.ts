import { frameLink, readFrame } from '../src/engine/share/linkFrame';
import { expect, test, type App } from './app';

/** A sound link, by the way a person gets one. */
async function soundLink(app: App): Promise<string> {
  await app.openExample('Fan-out');
  await app.goToStep(40);
  await app.page.keyboard.press('Control+Shift+S');
  const field = app.dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#./);
  const link = await field.inputValue();
  await app.page.keyboard.press('Escape');
  return link.split('#')[1] ?? '';
}

/** Another letter at one place. */
function changed(link: string, index: number): string {
  const letter = link[index] === 'A' ? 'B' : 'A';
  return link.slice(0, index) + letter + link.slice(index + 1);
}

/** The same link as if a later version of the page had made it. */
function newer(link: string): string {
  const frame = readFrame(link);
  if (frame.state !== 'intact') throw new Error('The link is not sound.');
  return frameLink(frame.version + 1, frame.payload);
}

const cut = 'This link was cut off on its way';
const wasChanged = 'This link was changed on its way';

const damages: readonly (readonly [string, (link: string) => string, string])[] = [
  ['cut in half', (link) => link.slice(0, link.length / 2), cut],
  ['without its last letter', (link) => link.slice(0, -1), cut],
  ['with another first letter', (link) => changed(link, 4), wasChanged],
  ['with another letter in the middle', (link) => changed(link, Math.floor(link.length / 2)), wasChanged],
  ['with another last letter', (link) => changed(link, link.length - 1), wasChanged],
  ['of a newer version', newer, 'This link was made by a newer version (link format 2'],
  ['that is none', () => 'section-2', 'The address holds no shared flow.'],
  [
    'of forty thousand letters',
    () => `1.${'A'.repeat(40_000)}.40000.0000000`,
    'This is too large for a link',
  ],
];

test('a damaged link says what is wrong with it and opens nothing, and own work stays', async ({
  app,
  page,
}) => {
  const link = await soundLink(app);
  await app.menu('New flow');
  await expect(page.getByText('An empty canvas')).toBeVisible();
  await app.flowName.fill('My own work');
  await app.flowName.press('Enter');
  await app.palette.getByRole('button', { name: 'Store' }).press('Enter');
  await expect(page.getByText('saved', { exact: true })).toBeVisible();

  for (const [what, damage, sentence] of damages) {
    await test.step(`a link ${what}`, async () => {
      await page.goto('about:blank');
      await page.goto(`/#${damage(link)}`);
      const notice = page.getByRole('dialog', { name: 'This link cannot be opened' });
      await expect(notice).toContainText(sentence);
      await expect(notice.getByRole('textbox', { name: 'What the address held' })).toHaveValue(damage(link));
      await expect(notice.getByRole('listitem')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(notice).toBeHidden();
      await expect(page.getByText('An empty canvas')).toBeVisible();
      expect(await app.isPlaying).toBe(false);
    });
  }

  await page.reload();
  await page.getByRole('button', { name: 'Go on without the link' }).click();
  await expect(app.flowName).toHaveValue('My own work');
  await expect(app.node('Store')).toBeVisible();
});

test('a damaged link put into the page that is open leaves it as it is', async ({ app, page }) => {
  const link = await soundLink(app);
  const place = await app.place();
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    changed(link, 30),
  );
  await expect(page.getByRole('dialog', { name: 'This link cannot be opened' })).toContainText(wasChanged);
  await page.keyboard.press('Escape');
  await expect(app.flowName).toHaveValue('Fan-out');
  expect(await app.place()).toEqual(place);
});

test('signs of the text in which a link stood do not harm it', async ({ app, page }) => {
  const link = await soundLink(app);
  const place = await app.place();
  await page.goto('about:blank');
  await page.goto(`/#${link}).`);
  await expect(app.toast).toContainText('Opened “Fan-out” at step 40.');
  await expect.poll(() => app.place()).toEqual(place);
});
