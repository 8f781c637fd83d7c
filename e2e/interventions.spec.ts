import { expect, test } from './app';
import { accessibilityFindings } from './accessibilityFindings';

test.use({ bypassCSP: true });

test('faults are made at the playhead, moved on the timeline, named, and told when they do nothing', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  const step = app.player.getByRole('button', { name: 'Step', exact: true });
  for (let count = 0; count < 5; count += 1) await step.click();
  const before = await app.place();

  // A node is chosen on the canvas; what goes wrong, and for how long, in the panel.
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  await panel.getByRole('radio', { name: 'Slow down' }).check();
  await panel.getByRole('spinbutton', { name: 'Lasts' }).fill('3 s');
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await expect(app.toast).toContainText('Slow down: Email receipt, from');
  await panel.getByRole('radio', { name: 'Crash' }).check();
  await panel.getByRole('button', { name: /^Do it at/ }).click();

  // What happened before it stays as it was.
  await app.goToStep(before.step);
  expect((await app.place()).hash).toBe(before.hash);

  // On the timeline each is an object: keys move it, and the exact time stands in its form.
  await app.showTab('Timeline');
  const marks = app.bottom.getByRole('group', { name: 'Interventions and faults on the timeline' });
  await expect(marks.getByRole('button', { name: /^2 marks close together/ })).toBeVisible();
  // Two at the same time share a handle, which opens a list of them.
  await marks.getByRole('button', { name: /^2 marks close together/ }).click();
  const list = page.getByRole('dialog', { name: /^2 marks from/ });
  await list.getByRole('button', { name: /^Crash: Email receipt/ }).click();
  expect(await accessibilityFindings(page)).toEqual([]);
  await list.getByRole('spinbutton', { name: 'At', exact: true }).fill('9 s');
  await list.getByRole('spinbutton', { name: 'At', exact: true }).press('Enter');
  await list.getByRole('textbox', { name: 'Name of the intervention' }).fill('Power cut');
  await list.getByRole('textbox', { name: 'Name of the intervention' }).press('Enter');
  await expect(list.getByRole('button', { name: /^Power cut/ })).toBeVisible();
  await list.getByRole('button', { name: 'Go to 9.000 s: Power cut' }).first().click();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  const mark = marks.getByRole('slider', { name: 'Power cut' });
  await mark.press('ArrowRight');
  await expect(mark).not.toHaveAttribute('aria-valuenow', '9000');
  const moved = Number(await mark.getAttribute('aria-valuenow'));
  expect(moved).toBeGreaterThan(9000);

  // Dragging does the same; it says where it is now, and can be taken back there.
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The mark is not on the timeline.');
  await page.mouse.move(box.x + 12, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 72, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await expect(app.toast).toContainText('Power cut is now at');
  expect(Number(await mark.getAttribute('aria-valuenow'))).toBeGreaterThan(moved);
  await page.keyboard.press('Control+z');
  await expect(mark).toHaveAttribute('aria-valuenow', String(moved));
  expect(await accessibilityFindings(page)).toEqual([]);
  // Enter opens its form beside it.
  await mark.press('Enter');
  const form = page.getByRole('dialog', { name: 'Power cut' });
  await expect(form.getByRole('spinbutton', { name: 'At', exact: true })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('what does nothing says why where it stands, and deleting leaves the focus beside it', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  const step = app.player.getByRole('button', { name: 'Step', exact: true });
  await step.click();
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  const list = app.bottom.getByRole('region', { name: 'By hand and scheduled' });
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await step.click();
  await step.click();
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await expect(list).toContainText('Did nothing: Email receipt was down already.');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(await accessibilityFindings(page)).toEqual([]);

  await list.getByRole('button', { name: 'Remove: Crash: Email receipt' }).first().click();
  await app.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: 'Remove: Crash: Email receipt' }).first().press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.locator(':focus')).toHaveCount(1);
  // Without the first one the second does what it says.
  await expect(list).not.toContainText('Did nothing');
});

test('names of interventions go along in a link', async ({ app, page, context }) => {
  await app.openExample('Order flow');
  await app.player.getByRole('button', { name: 'Step', exact: true }).click();
  const wire = app.wire('orders', 'Email receipt');
  await wire.click({ force: true });
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  // A wire is chosen, so what happens to messages is offered.
  await expect(panel.getByRole('radio', { name: 'Lose messages' })).toBeChecked();
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  const list = app.bottom.getByRole('region', { name: 'By hand and scheduled' });
  await list.getByRole('button', { name: /^Lose messages: orders – Email receipt/ }).click();
  const name = list.getByRole('textbox', { name: 'Name of the intervention' });
  await name.fill('Bad cable');
  await name.press('Enter');
  const { hash } = await app.place();
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  const field = app.dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#./);
  const link = await field.inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole('tab', { name: /^Interventions/ }).click();
  await expect(other.getByRole('button', { name: /^Bad cable/ })).toBeVisible();
  await expect(other.getByTestId('trace-hash')).toHaveAttribute('data-hash', hash);
});

test('the end of a fault is taken hold of on the timeline, with the mouse and with keys, and undone', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  await panel.getByRole('radio', { name: 'Slow down' }).check();
  await panel.getByRole('spinbutton', { name: 'Lasts' }).fill('1 s');
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await app.showTab('Timeline');
  const marks = app.bottom.getByRole('group', { name: 'Interventions and faults on the timeline' });
  const start = marks.getByRole('slider', { name: /^Slow down: Email receipt/ });
  const end = marks.getByRole('slider', { name: 'End of Slow down: Email receipt' });
  await expect(end).toHaveAttribute('aria-valuenow', '1000');
  await expect(end).toHaveAttribute('aria-valuetext', /^lasts 1\.0\s*s, until 1\.000/);
  await expect(end).toHaveAccessibleDescription(/^Arrow keys make it longer or shorter/);
  const slow = await app.place();

  // Keys: by the grid, with Shift ten times as far. All of them in a row are one undo entry.
  await end.focus();
  await end.press('ArrowRight');
  const longer = Number(await end.getAttribute('aria-valuenow'));
  expect(longer).toBeGreaterThan(1000);
  await end.press('Shift+ArrowRight');
  await end.press('Shift+ArrowRight');
  expect(Number(await end.getAttribute('aria-valuenow')) - longer).toBeGreaterThan((longer - 1000) * 10);
  await expect(start).toHaveAttribute('aria-valuenow', '0');
  expect(await accessibilityFindings(page)).toEqual([]);
  await app.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(end).toHaveAttribute('aria-valuenow', '1000');

  // The mouse: it says how long it lasts now, and its form knows.
  const box = await end.boundingBox();
  if (box === null) throw new Error('The end is not on the timeline.');
  await page.mouse.move(box.x + box.width - 4, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 104, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await expect(app.toast).toContainText(/^Slow down: Email receipt now lasts/);
  const shorter = Number(await end.getAttribute('aria-valuenow'));
  expect(shorter).toBeGreaterThan(0);
  expect(shorter).toBeLessThan(1000);
  const moved = await end.boundingBox();
  expect(Math.abs((moved?.x ?? 0) - (box.x - 100))).toBeLessThan(8);
  // Not only its bar: the run is another one.
  await app.player.getByRole('button', { name: 'To the end' }).click();
  const changed = (await app.place()).hash;
  await app.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(app.toast).toContainText('Undid: Change Slow down: Email receipt');
  await app.player.getByRole('button', { name: 'To the end' }).click();
  expect((await app.place()).hash).not.toBe(changed);
  await app.backToStart();
  await expect(end).toHaveAttribute('aria-valuenow', '1000');
  await app.goToStep(slow.step);
  expect((await app.place()).hash).toBe(slow.hash);
});

test('a fault that began before what is seen of the timeline shows its bar and its end', async ({ app }) => {
  await app.openExample('Order flow');
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  await panel.getByRole('radio', { name: 'Slow down' }).check();
  await panel.getByRole('spinbutton', { name: 'Lasts' }).fill('30 s');
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await app.showTab('Timeline');
  const marks = app.bottom.getByRole('group', { name: 'Interventions and faults on the timeline' });
  const end = marks.getByRole('slider', { name: /^End of Slow down/ });
  const playhead = app.bottom.getByRole('slider', { name: 'Playhead', exact: true });
  const box = await playhead.boundingBox();
  if (box === null) throw new Error('There is no playhead.');
  await playhead.click({ position: { x: box.width / 4, y: box.height / 2 } });
  await expect.poll(async () => Math.abs((await app.timeMs()) - 30_000)).toBeLessThan(500);
  await expect(end).toBeVisible();
  await expect(marks.getByRole('slider', { name: /^Slow down/ })).toHaveCount(0);
  await end.press('ArrowLeft');
  expect(Number(await end.getAttribute('aria-valuenow'))).toBeLessThan(30_000);
});

test('marks that stand close together are zoomed in on until each can be taken hold of', async ({
  app,
  page,
}) => {
  await app.openExample('Order flow');
  const step = app.player.getByRole('button', { name: 'Step', exact: true });
  for (let count = 0; count < 5; count += 1) await step.click();
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  for (const [sort, at] of [
    ['Slow down', '100 ms'],
    ['Crash', '115 ms'],
  ] as const) {
    await panel.getByRole('radio', { name: sort }).check();
    await panel.getByRole('button', { name: /^Do it at/ }).click();
    const list = app.bottom.getByRole('region', { name: 'By hand and scheduled' });
    await list.getByRole('button', { name: new RegExp(`^${sort}: Email receipt`) }).click();
    const field = list.getByRole('spinbutton', { name: 'At', exact: true });
    await field.fill(at);
    await field.press('Enter');
  }
  await app.backToStart();
  await app.showTab('Timeline');
  const marks = app.bottom.getByRole('group', { name: 'Interventions and faults on the timeline' });
  await marks.getByRole('button', { name: /^2 marks close together/ }).click();
  await page.getByRole('button', { name: 'Zoom in on them' }).click();
  await expect(marks.getByRole('slider', { name: /^Slow down: Email receipt/ })).toBeVisible();
  await expect(marks.getByRole('slider', { name: /^Crash: Email receipt/ })).toBeVisible();
});

test('a fault that lasts for ever is given an end on the timeline', async ({ app, page }) => {
  await app.openExample('Order flow');
  await app.select('Email receipt');
  await app.showTab('Interventions');
  const panel = app.bottom.getByRole('region', { name: 'Make something go wrong' });
  await panel.getByRole('spinbutton', { name: 'Lasts' }).fill('0');
  await panel.getByRole('button', { name: /^Do it at/ }).click();
  await app.showTab('Timeline');
  const marks = app.bottom.getByRole('group', { name: 'Interventions and faults on the timeline' });
  const end = marks.getByRole('slider', { name: 'End of Crash: Email receipt' });
  await expect(end).toHaveAttribute('aria-valuetext', 'for ever');
  expect(await accessibilityFindings(page)).toEqual([]);
  const box = await end.boundingBox();
  if (box === null) throw new Error('The end is not on the timeline.');
  await page.mouse.move(box.x + box.width - 4, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 204, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await expect(app.toast).toContainText(/^Crash: Email receipt now lasts/);
  await expect(end).toHaveAttribute('aria-valuetext', /^lasts .* until/);
  await page.keyboard.press('Control+z');
  await expect(end).toHaveAttribute('aria-valuetext', 'for ever');
});
