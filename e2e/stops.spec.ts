import { accessibilityFindings } from './accessibilityFindings';
import { expect, test, type App } from './app';

/** Why the run stopped, as it is said over the canvas. */
const said = (app: App) => app.page.getByTestId('stopped');

/** Opens an example with the list of breakpoints in view. */
async function openWithList(app: App, title: string): Promise<void> {
  await app.openExample(title);
  await app.bottom.getByRole('tab', { name: /^Breakpoints/ }).click();
  await expect(app.bottom.getByRole('form', { name: 'Add a breakpoint' })).toBeVisible();
}

interface Wanted {
  readonly when: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly hit?: string;
}

/** Adds a breakpoint by the form. */
async function add(app: App, { when, fields = {}, choices = {}, hit }: Wanted): Promise<void> {
  const form = app.bottom.getByRole('form', { name: 'Add a breakpoint' });
  await form.getByRole('combobox', { name: 'Stop when' }).selectOption({ label: when });
  for (const [name, value] of Object.entries(choices)) {
    await form.getByRole('combobox', { name, exact: true }).selectOption({ label: value });
  }
  for (const [name, value] of Object.entries(fields))
    await form.getByLabel(name, { exact: true }).fill(value);
  if (hit !== undefined) await form.getByRole('spinbutton', { name: 'From hit number' }).fill(hit);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
}

/** How many breakpoints the browser keeps with its flows. Runs inside the page. */
function keptBreakpoints(): Promise<number> {
  return new Promise((answer) => {
    const opening = indexedDB.open('busbar');
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('flows').objectStore('flows').getAll();
      reading.addEventListener('success', () => {
        const records = reading.result as { readonly breakpoints?: readonly unknown[] }[];
        opening.result.close();
        answer(records.reduce((sum, { breakpoints }) => sum + (breakpoints?.length ?? 0), 0));
      });
    });
  });
}

/** Goes to the next stop by its key, and tells the step. */
async function continueTo(app: App, text: RegExp | string): Promise<number> {
  await app.page.keyboard.press('F8');
  await expect(said(app)).toContainText(text);
  const step = await app.step();
  await expect(said(app)).toContainText(`step ${step.toLocaleString('en')}:`);
  return step;
}

test('back-pressure: a run that is raced through stops exactly where the queue is longer than it may be', async ({
  app,
  page,
}) => {
  await app.openExample('Back-pressure choices');
  await app.goToStep(400);
  const plain = await app.place();
  await openWithList(app, 'Back-pressure choices');
  await add(app, {
    when: 'a queue is longer than',
    choices: { Node: 'views, blocking' },
    fields: { 'More than': '50' },
  });
  await expect(app.bottom.getByRole('listitem')).toContainText('more than 50 wait at views, blocking');
  expect(await accessibilityFindings(page, '[data-tab="stops"]')).toEqual([]);

  for (let notch = 0; notch < 12; notch += 1) await page.keyboard.press(']');
  await app.play();
  await expect(said(app)).toContainText('views, blocking holds 51, more than 50');
  await expect(app.player.getByRole('button', { name: 'Play' })).toBeVisible();
  const stopped = await app.step();
  await expect(page.getByTestId('stop-narration')).toContainText(
    `Stopped at step ${stopped.toLocaleString('en')}`,
  );
  await expect(app.canvas.getByRole('button', { name: 'Breakpoint at views, blocking' })).toBeVisible();
  expect(await accessibilityFindings(page, 'main')).toEqual([]);

  // One single step before, one less waits; and the run is the run without breakpoints.
  await page.keyboard.press('Shift+F11');
  await expect(said(app)).toBeHidden();
  await page.keyboard.press('F11');
  await expect.poll(() => app.step()).toBe(stopped);
  await app.goToStep(400);
  expect(await app.place()).toEqual(plain);
});

test('head-of-line: a condition that is wrong is marked at its place, one that fails is told, and the right one stops', async ({
  app,
}) => {
  await openWithList(app, 'Head-of-line blocking');
  const form = app.bottom.getByRole('form', { name: 'Add a breakpoint' });
  await form.getByRole('combobox', { name: 'Stop when' }).selectOption({ label: 'a condition is true' });
  const text = form.getByRole('textbox', { name: 'Condition' });
  await text.fill('node.queue > 3 && kez == "a"');
  await expect(form.getByText(/kez/).last()).toBeVisible();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(app.bottom.getByRole('listitem')).toHaveCount(0);
  expect(await accessibilityFindings(app.page, '[data-tab="stops"]')).toEqual([]);

  await text.fill('data.pages > 10');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await add(app, {
    when: 'a condition is true',
    fields: { Condition: 'type == "YearReportRequested" && nodes["one queue for all"].queue > 1' },
  });
  await app.canvas.focus();
  await continueTo(app, /YearReportRequested #\d+ at .* meets type == "YearReportRequested"/);
  await expect(app.bottom.getByRole('alert')).toContainText(
    /Could not be checked [\d,]+ times, first at step 2/,
  );
  await app.bottom.getByRole('button', { name: 'Go to step 2' }).click();
  await expect.poll(() => app.step()).toBe(2);
});

test('head-of-line: events of a type stop the run, from the third of them on, and back again', async ({
  app,
  page,
}) => {
  await openWithList(app, 'Head-of-line blocking');
  await add(app, {
    when: 'an event of a type arrives',
    choices: { 'Event type': 'YearReportRequested' },
  });
  await app.canvas.focus();
  const steps: number[] = [];
  for (let hit = 1; hit <= 4; hit += 1) {
    // The sentence of the stop before still stands there for a moment.
    const before = hit === 1 ? '' : await said(app).innerText();
    await page.keyboard.press('F8');
    await expect(said(app)).toContainText(/YearReportRequested #\d+ arrives at/);
    await expect.poll(() => said(app).innerText()).not.toBe(before);
    const told = /step ([\d,]+):/.exec(await said(app).innerText())?.[1] ?? '';
    steps.push(Number(told.replaceAll(',', '')));
  }
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => app.step()).toBe(steps[2]);

  await app.bottom.getByRole('spinbutton', { name: /^Stop from hit number/ }).fill('3');
  await app.backToStart();
  await app.canvas.focus();
  expect(await continueTo(app, '(hit 3)')).toBe(steps[2]);
  expect(await continueTo(app, '(hit 4)')).toBe(steps[3]);

  // Turned off, it stops nothing: continuing is playing.
  await app.bottom.getByRole('checkbox', { name: /^Stop there/ }).uncheck();
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(app.player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await app.pause();
});

test('retry storm: a state that a node comes into stops the run, also while it plays at its pace', async ({
  app,
}) => {
  await openWithList(app, 'Retry storm');
  await add(app, {
    when: 'a node comes into a state',
    choices: { Node: 'Price service', State: 'saturated' },
  });
  await app.canvas.focus();
  const step = await continueTo(app, 'Price service is now saturated');
  await app.backToStart();
  await app.play();
  await expect(said(app)).toContainText('Price service is now saturated');
  expect(await app.step()).toBe(step);
});

test('poison message: a key is followed from event to event, there and back; every delivery is one step over', async ({
  app,
  page,
}) => {
  await app.openExample('Poison message and dead letters');
  await app.canvas.focus();
  await page.keyboard.press('.');
  await expect(page.getByTestId('narration')).toContainText('receives InvoiceDue #1');
  const first = await app.step();
  await page.keyboard.press('F10');
  await expect(page.getByTestId('narration')).toContainText('delivers InvoiceDue #1 to');
  const second = await app.step();
  await page.keyboard.press('.');
  await expect.poll(() => app.step()).toBeGreaterThan(second);
  await page.keyboard.press('F11');
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await expect.poll(() => app.step()).toBe(first);

  await page.keyboard.press('k');
  await expect(said(app)).toContainText('with the key');
  const next = await app.step();
  expect(next).toBeGreaterThan(first);
  await page.keyboard.press('k');
  await expect.poll(() => app.step()).toBeGreaterThan(next);
  await page.keyboard.press('Shift+K');
  await expect.poll(() => app.step()).toBe(next);
});

test('poison message: run to here from a node, a wire, the log and the timeline', async ({ app, page }) => {
  await app.openExample('Poison message and dead letters');
  await app.node('dead letters').click({ button: 'right', position: { x: 50, y: 14 } });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  await expect(said(app)).toContainText('is at dead letters');
  const arrived = await app.step();

  await app.backToStart();
  await app.wire('invoices', 'Hand back').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  await expect(said(app)).toContainText('arrives over invoices → Hand back');

  await app.backToStart();
  await app.showTab('Timeline');
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  await playhead.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  await expect.poll(async () => Math.abs((await app.timeMs()) - 5_025)).toBeLessThan(200);

  // From the log, a breakpoint on the way comes first.
  await app.backToStart();
  await app.select('dead letters');
  await page.keyboard.press('Control+b');
  await app.showTab('Event log');
  await app.bottom.getByRole('row', { name: /^9 / }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  await expect.poll(() => app.step()).toBe(9);
  await app.bottom.getByRole('row', { name: /^9 / }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Stop at events of this type/ }).click();
  await app.canvas.focus();
  const typed = await continueTo(app, 'InvoiceDue');
  expect(typed).toBeLessThan(arrived);
});

test('two services freeze: a full bus, a wire and a key are kept with the flow, marked, and removed', async ({
  app,
  page,
}) => {
  await openWithList(app, 'Two services answer each other and freeze');
  await add(app, { when: 'a node comes into a state', choices: { Node: 'billing', State: 'full' } });
  await add(app, { when: 'an event arrives over a wire', choices: { Wire: 'Sales → billing' } });
  await add(app, { when: 'an event of a key arrives', fields: { Key: 'nobody-1' } });
  await expect(app.bottom.getByRole('listitem')).toHaveCount(3);
  await expect(app.bottom.getByRole('tab', { name: /^Breakpoints/ })).toContainText('3');
  await app.canvas.focus();
  await continueTo(app, 'arrives over Sales → billing');
  await app.bottom
    .getByRole('checkbox', { name: 'Stop there: an event arrives over Sales → billing' })
    .uncheck();
  await app.backToStart();
  await app.canvas.focus();
  await page.keyboard.press('F8');
  await expect(said(app).or(app.toast)).toContainText(/billing is now full|Nothing more to stop at/);
  await app.bottom.getByRole('button', { name: 'Remove all' }).click();
  await expect(app.bottom.getByRole('listitem')).toHaveCount(0);
});

test('breakpoints are kept with a flow that is kept', async ({ app, page }) => {
  await app.openExample('Poison message and dead letters');
  await app.flowName.fill('Mine');
  await app.flowName.press('Enter');
  await app.select('invoices');
  await page.keyboard.press('Control+b');
  await expect(app.canvas.getByRole('button', { name: 'Breakpoint at invoices' })).toBeVisible();
  await expect.poll(() => page.evaluate(keptBreakpoints)).toBe(1);
  await page.reload();
  await app.ready();
  await expect(app.flowName).toHaveValue('Mine');
  await expect(app.canvas.getByRole('button', { name: 'Breakpoint at invoices' })).toBeVisible();
  await app.canvas.focus();
  await continueTo(app, 'is at invoices');
});

test('what waits in a queue is let go first from its slot, and by the list of what waits', async ({
  app,
  page,
}) => {
  await openWithList(app, 'Poison message and dead letters');
  await add(app, {
    when: 'a queue is longer than',
    choices: { Node: 'invoices' },
    fields: { 'More than': '6' },
  });
  await app.canvas.focus();
  await continueTo(app, 'invoices holds 7, more than 6');
  await app.showTab('Next steps');
  const waiting = app.bottom.getByRole('region', { name: 'Waiting in queues' });
  const rows = waiting.getByRole('listitem');
  await expect(rows.first()).toContainText('next in order');
  const last = rows.last();
  const number = (await last.getAttribute('data-event')) ?? '';
  expect(await accessibilityFindings(page, '[data-tab="next"]')).toEqual([]);
  await last.getByRole('button').click();
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
  await expect(waiting.locator(`[data-event="${number}"]`).first()).toContainText('next in order');
  await page.keyboard.press('Control+z');
  await expect(app.toast).toContainText('Undid: Let an event of invoices go first');

  const slot = app.node('invoices').locator(`[data-queue] [data-event="${number}"]`).last();
  await slot.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Deliver this event next/ }).click();
  await expect(app.bottom.getByRole('tab', { name: /^Interventions\s*1/ })).toBeVisible();
  await expect(waiting.locator(`[data-event="${number}"]`).first()).toContainText('next in order');
});
