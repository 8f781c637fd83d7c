import { expect, test, type App } from './app';

const node = { id: 'a', kind: 'store', name: 'A', x: 0, y: 0 };
const store = (more: object) => ({ busbar: 1, name: 'Hostile', nodes: [{ ...node, ...more }] });
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** What a stranger may send that is no flow, by what is wrong with it. */
const refused: Readonly<Record<string, string>> = {
  'a name that is an object': JSON.stringify(store({ name: { toString: 'x' } })),
  'a name that is a list of elements': JSON.stringify(store({ name: [{ $$typeof: 'react.element' }] })),
  'the kind constructor': JSON.stringify(store({ kind: 'constructor' })),
  'the kind __proto__': JSON.stringify(store({ kind: '__proto__' })),
  'the kind hasOwnProperty': JSON.stringify(store({ kind: 'hasOwnProperty' })),
  'a kind that is a list': JSON.stringify(store({ kind: ['store'] })),
  'no position': '{"busbar":1,"name":"Hostile","nodes":[{"id":"a","kind":"store","name":"A"}]}',
  'a position that is text': JSON.stringify(store({ x: '12' })),
  'a position that is no number': JSON.stringify(store({ y: null })),
  'a node that is null': '{"busbar":1,"name":"Hostile","nodes":[null]}',
  'a node that is a list': '{"busbar":1,"name":"Hostile","nodes":[[]]}',
  'nodes that are an object': '{"busbar":1,"name":"Hostile","nodes":{"length":1000000000}}',
  'no nodes': '{"busbar":1,"name":"Hostile"}',
  'an id with an end tag': JSON.stringify(store({ id: '"><script>alert(1)</script>' })),
  'the id __proto__ twice': JSON.stringify({
    ...store({ id: '__proto__' }),
    nodes: [
      { ...node, id: '__proto__' },
      { ...node, id: '__proto__' },
    ],
  }),
  'settings of the wrong sort': JSON.stringify(store({ settings: { latency: 'soon', initial: 7 } })),
  'a wire to nowhere': JSON.stringify({
    ...store({}),
    wires: [{ id: 'w', from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } }],
  }),
  'a wire that is null': JSON.stringify({ ...store({}), wires: [null] }),
  'an intervention in nobody': JSON.stringify({
    ...store({}),
    interventions: [{ id: 'i', atUs: 1, afterStep: 0, action: { do: 'crash', node: 'nobody' } }],
  }),
  'a seed that is text': JSON.stringify({ ...store({}), seed: 'NaN' }),
  'a length without end': '{"busbar":1,"name":"Hostile","nodes":[],"untilMs":1e999}',
  'a later version': '{"busbar":2,"name":"Hostile","nodes":[]}',
  'a version that is text': '{"busbar":"1","name":"Hostile","nodes":[]}',
  'three thousand nodes': JSON.stringify({
    ...store({}),
    nodes: Array.from({ length: 3_000 }, (_, index) => ({ ...node, id: `n${index}` })),
  }),
  'a hundred thousand levels': nested(100_000),
  'data of forty levels': `{"busbar":1,"name":"Hostile","nodes":[{"id":"a","kind":"publisher","name":"A","x":0,"y":0,"settings":{"data":${nested(40)}}}]}`,
  'only null': 'null',
  'only a list': '[]',
  'only text': '"busbar"',
  'no JSON': '{"busbar":1,',
  'a page': '<!doctype html><script>alert(document.domain)</script>',
  'five megabytes of garbage': 'x\u0000\ufffe'.repeat(1_700_000),
  'seventeen megabytes': ' '.repeat(17 * 1024 * 1024),
};

const poison = {
  style: { backgroundImage: 'url(https://example.com/spy.png)', position: 'fixed', zIndex: 9999 },
  className: 'spy',
  domAttributes: { dangerouslySetInnerHTML: { __html: '<img src=x onerror=alert(1)>' } },
  type: 'constructor',
  data: { label: '<img src=x onerror=alert(1)>' },
  hidden: true,
  parentId: 'a',
};

/** What holds a flow all the same: it opens without what was slipped in. */
const cleaned: Readonly<Record<string, string>> = {
  'styles and attributes of elements': JSON.stringify(store(poison)),
  'the key __proto__':
    '{"busbar":1,"name":"Hostile","nodes":[{"id":"a","kind":"store","name":"A","x":0,"y":0,"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}],"__proto__":{"nodes":null}}',
  'a name of markup': JSON.stringify(store({ name: '<img src=x onerror=alert(1)>' })),
  'a position outside of the world': JSON.stringify(store({ x: 1e300, y: -1e300 })),
  'signs that turn the writing round': JSON.stringify(store({ name: 'A\u202e\u0000\u2066B' })),
};

/** Hands a file over where the dialog asks for one. */
async function openFile(app: App, name: string, text: string): Promise<void> {
  await app.page.getByLabel('Choose a file …').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

async function expectAlive(app: App): Promise<void> {
  await expect(app.flowName).toHaveValue('My own work');
  await expect(app.node('Store')).toBeVisible();
  await expect(app.palette.getByRole('button', { name: 'Handler' })).toBeVisible();
}

async function ownWork(app: App): Promise<void> {
  await app.openEmpty();
  await app.flowName.fill('My own work');
  await app.flowName.press('Enter');
  await app.palette.getByRole('button', { name: 'Store' }).press('Enter');
}

test('no hostile file blanks the page: each is refused with its reasons, and own work stays', async ({
  app,
  page,
}) => {
  await ownWork(app);
  await page.keyboard.press('Control+o');
  for (const [what, text] of Object.entries(refused)) {
    await test.step(what, async () => {
      if (!(await page.getByRole('dialog', { name: 'Open a flow' }).isVisible())) {
        await page.keyboard.press('Control+o');
      }
      await openFile(app, `${what}.json`, text);
      const notice = page.getByRole('dialog', { name: `“${what}.json” was not opened` });
      await expect(notice.getByRole('alert').getByRole('listitem').first()).toContainText(/\w/);
      await page.keyboard.press('Escape');
      await expect(notice).toBeHidden();
      await expectAlive(app);
    });
  }
});

test('what is slipped into a flow is left out, said, and never becomes part of the page', async ({
  app,
  page,
}) => {
  for (const [what, text] of Object.entries(cleaned)) {
    await test.step(what, async () => {
      await app.open();
      await page.keyboard.press('Control+o');
      await openFile(app, `${what}.json`, text);
      await expect(app.toast).toContainText('Opened “Hostile”');
      await expect(app.flowName).toHaveValue('Hostile');
      await expect(app.canvas.locator('[id^="flow-node-"]')).toHaveCount(1);
      await expect(app.canvas.locator('[id^="flow-node-"]')).toBeVisible();
      await app.page.keyboard.press('.');
      await app.drawPictures();
      const traces = await page.evaluate(() => ({
        styled: document.querySelectorAll('.spy, [style*="example.com"]').length,
        images: document.querySelectorAll('img[src="x"], script:not([src])').length,
        polluted: Object.keys(Object.prototype).length + ('isAdmin' in {} ? 1 : 0),
      }));
      expect(traces).toEqual({ styled: 0, images: 0, polluted: 0 });
      await app.menu('New flow');
      await expect(page.getByText('An empty canvas')).toBeVisible();
    });
  }
});

test('pasted into the dialog or onto the canvas, hostile text is refused as well', async ({ app, page }) => {
  await ownWork(app);
  for (const what of [
    'a name that is an object',
    'a node that is null',
    'a hundred thousand levels',
    'no JSON',
  ]) {
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Open a flow' });
    await dialog.getByRole('textbox').fill(refused[what] ?? '');
    await dialog.getByRole('button', { name: 'Open the text' }).click();
    const notice = page.getByRole('dialog', { name: '“pasted text” was not opened' });
    await expect(notice.getByRole('alert').getByRole('listitem').first()).toContainText(/\w/);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice.getByRole('alert').getByRole('listitem').first()).toContainText(/\w/);
    await page.keyboard.press('Escape');
    await expect(notice).toBeHidden();
    await expectAlive(app);
  }
  await app.canvas.focus();
  for (const what of ['the kind constructor', 'a node that is null', 'a page', 'only null']) {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, refused[what] ?? '');
    await expect(app.toast).toContainText(/\w/);
    await app.toast.getByRole('button', { name: 'Close message' }).click();
    await expect(app.canvas.locator('[id^="flow-node-"]')).toHaveCount(1);
    await expectAlive(app);
  }
});

test('text that was refused can be mended in its place and then opens', async ({ app, page }) => {
  await ownWork(app);
  await page.keyboard.press('Control+o');
  await openFile(app, 'wrong.json', refused['a later version'] ?? '');
  const notice = page.getByRole('dialog', { name: '“wrong.json” was not opened' });
  await expect(notice).toContainText('This flow is written in format 2');
  const text = notice.getByRole('textbox', { name: 'Text' });
  await text.fill((await text.inputValue()).replace('"busbar":2', '"busbar":1'));
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeHidden();
  await expect(app.flowName).toHaveValue('Hostile');
});
