import type { Page } from '@playwright/test';
import { editorLater as en } from '../src/ui/i18n/en/editorLater';
import { editorLater as zh } from '../src/ui/i18n/zh/editorLater';
import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

// The checker brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

const texts = { en, 'zh-Hans': zh } as const;
type Language = keyof typeof texts;
const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh-Hans'] as const;

const layers = '[role="dialog"], dialog[open], [role="menu"]';

/** Everything that is worse than minor, a line each; in the whole page or in a part of it. */
async function findings(app: App, part = 'html'): Promise<readonly string[]> {
  await app.drawPictures(10);
  return accessibilityFindings(app.page, part);
}

/** The page in one look, resting at its thirtieth step. */
async function openIn(app: App, theme: string, language: Language): Promise<void> {
  const { page } = app;
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
  await app.open();
  await expect(app.flowName).toHaveValue('Order flow');
  if (language !== 'en') await command(page, en['cmd.toggleLanguage']);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('F11');
  await expect.poll(() => app.step()).toBe(30);
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}

/** Names of nodes belong to the flow and are the same in every language. */
const nodeAt = (page: Page, name: string) =>
  page.locator('[id^="flow-node-"]').and(page.getByRole('img', { name: new RegExp(`${name}[,，]`) }));

const onName = { position: { x: 60, y: 14 } };

/** Every dialog, list and menu, by what opens it while nothing is selected. */
function waysToOpen(page: Page, language: Language): Readonly<Record<string, () => Promise<void>>> {
  const text = texts[language];
  return {
    help: () => page.keyboard.press('F1'),
    share: () => page.keyboard.press('Control+Shift+S'),
    'open a file': () => page.keyboard.press('Control+o'),
    commands: () => page.keyboard.press('Control+k'),
    'quick add': () => page.keyboard.press('/'),
    recent: () => command(page, text['cmd.openRecent']),
    examples: () => command(page, text['cmd.openGallery']),
    'import a log': () => command(page, text['cmd.importLog']),
    'a damaged link': () =>
      page.evaluate(() => {
        location.hash = '1.cut';
      }),
    'menu of the flow': () => page.getByRole('banner').getByRole('button').first().click(),
    'menu of a node': () => nodeAt(page, 'orders').click({ ...onName, button: 'right' }),
    'connect to': () =>
      nodeAt(page, 'Storefront')
        .click(onName)
        .then(() => page.keyboard.press('c')),
    'publish by hand': () =>
      nodeAt(page, 'Storefront')
        .click(onName)
        .then(() => page.keyboard.press('p')),
  };
}

for (const theme of themes) {
  for (const language of languages) {
    test.describe(`${theme}, ${language}`, () => {
      test('the main screen with each of its lower panels has no serious finding', async ({ app, page }) => {
        await openIn(app, theme, language);
        expect(await findings(app)).toEqual([]);
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          expect(await findings(app, 'section:has([role="tabpanel"])')).toEqual([]);
        }
      });

      test('the inspector of each kind of node, and of several, has no serious finding', async ({
        app,
        page,
      }) => {
        await openIn(app, theme, language);
        for (const name of ['Storefront', 'orders', 'Email receipt']) {
          await nodeAt(page, name).click(onName);
          for (const tab of await page.getByRole('complementary').getByRole('tab').all()) {
            await tab.click();
            expect(await findings(app, 'aside')).toEqual([]);
          }
        }
        await nodeAt(page, 'orders').click(onName);
        await page.keyboard.press('Control+a');
        expect(await findings(app)).toEqual([]);
      });

      for (const half of [0, 1]) {
        test(`no dialog, list or menu has a serious finding (${half + 1} of 2)`, async ({ app, page }) => {
          await openIn(app, theme, language);
          const ways = Object.entries(waysToOpen(page, language)).filter((_, index) => index % 2 === half);
          for (const [what, open] of ways) {
            await test.step(what, async () => {
              await open();
              await expect(page.locator(layers).first()).toBeVisible();
              expect(await findings(app, layers)).toEqual([]);
              await page.keyboard.press('Escape');
              await expect(page.locator(layers)).toHaveCount(0);
            });
          }
        });
      }

      test('a small screen and its sheets have no serious finding, and nothing sticks out of it', async ({
        app,
        page,
      }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await openIn(app, theme, language);
        expect(await findings(app)).toEqual([]);
        for (const button of await page.getByRole('navigation').last().getByRole('button').all()) {
          await button.click();
          expect(await findings(app)).toEqual([]);
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(excess).toBeLessThanOrEqual(0);
        }
      });
    });
  }
}
