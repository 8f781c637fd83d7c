import { accessibilityFindings } from './accessibilityFindings';
import { expect, test } from './app';

// The checker of accessibility brings a script of its own, which the policy of the page would stop.
test.use({ bypassCSP: true });

test('a newcomer sees what a queue comes to, what helps, applies it, undoes it, and turns a number', async ({
  app,
  page,
}) => {
  await app.openExample('How many consumers?');
  await page.getByRole('tab', { name: 'Prediction' }).click();
  const stations = app.bottom.getByTestId('stations');
  const line = stations.getByRole('row', { name: /Pack order/ });
  await expect(line).toContainText('no end');
  await expect(line).toContainText('100 %');
  await expect(app.bottom.getByText('Bottleneck: Pack order')).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Compare with runs' }).click();
  const figures = app.bottom.getByTestId('figures');
  await expect(figures.getByRole('row', { name: /Pack order utilisation 100 % exact \d+ %/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);

  await app.bottom.getByRole('button', { name: 'What helps' }).click();
  await app.bottom.getByRole('button', { name: 'Try', exact: true }).click();
  const knob = app.bottom.getByTestId('knobs').getByRole('row', { name: /Pack order/ });
  await expect(knob).toContainText('2 → 3');
  await expect(knob).toContainText('no end → 0.89');
  expect(await accessibilityFindings(page)).toEqual([]);
  await knob.getByRole('button', { name: 'Apply to Pack order' }).click();
  await app.bottom.getByRole('button', { name: 'Figures' }).click();
  await expect(line).toContainText('M/M/3');
  await expect(line).toContainText('44 ms');
  await page.keyboard.press('Control+z');
  await expect(line).toContainText('no end');

  await app.bottom.getByRole('button', { name: 'What helps' }).click();
  await app.bottom.getByRole('textbox', { name: 'At most (ms)' }).fill('150');
  await app.bottom.getByRole('button', { name: 'Find' }).click();
  await expect(app.bottom.getByText(/3 at Pack order are enough: 144\sms/)).toBeVisible();

  await app.bottom.getByRole('button', { name: 'Turn a number' }).click();
  // Nobody has to choose: the workers of the bottleneck, and the line before it.
  await app.bottom.getByRole('button', { name: 'Draw' }).click();
  const rows = app.bottom.getByTestId('sweep').getByRole('row');
  await expect(rows.filter({ hasText: /^3/ })).toContainText('44 ms');
  await expect(rows.filter({ hasText: /^2/ })).toContainText('no end');
  await expect(app.bottom.getByRole('img', { name: /Curve over Pack order: Workers/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('where no theory fits, runs say it, beside the flow and in the inspector', async ({ app, page }) => {
  await app.openExample('Order flow');
  await page.getByRole('tab', { name: 'Prediction' }).click();
  const line = app.bottom.getByTestId('stations').getByRole('row', { name: /Email receipt/ });
  await expect(line).toContainText('runs simulated');
  await expect(line).toContainText(/7\d\s%/);
  await expect(app.bottom.getByRole('heading', { name: 'No theory fits, because' })).toBeVisible();
  await app.select('Email receipt');
  await app.inspector.getByRole('tab', { name: 'Metrics' }).click();
  const longRun = app.inspector.getByTestId('long-run');
  await expect(longRun.getByRole('row', { name: /utilisation 7\d\s% simulated/ })).toBeVisible();
  await app.select('Quote price');
  await expect(longRun.getByRole('row', { name: /utilisation 24\s% approximate/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('what is not predicted says why, and a number that cannot be taken says which can', async ({
  app,
  page,
}) => {
  await app.openExample('Saga: where is order 17?');
  await page.getByRole('tab', { name: 'Prediction' }).click();
  await expect(app.bottom.getByText(/How much .* passes on is decided by a condition/).first()).toBeVisible();
  await app.bottom.getByRole('button', { name: 'Turn a number' }).click();
  await app.bottom.getByRole('combobox', { name: 'Number to turn' }).selectOption({ index: 0 });
  await app.bottom.getByRole('textbox', { name: 'From' }).fill('-1');
  await expect(app.bottom.getByRole('alert')).toContainText('Write numbers from');
});

test('the automaton of a node tells the mean values of its states', async ({ app, page }) => {
  await app.openExample('Partition by key');
  await app.select('Update view');
  await app.inspector.getByRole('tab', { name: 'Automaton' }).click();
  await app.command('To the end of the run');
  await app.inspector.getByText('Mean values').click();
  const rows = app.inspector.getByTestId('mean-values').getByRole('row');
  await expect(rows.filter({ hasText: /^idle/ })).toContainText('busy 100 %');
  await expect(rows.filter({ hasText: /^busy/ })).toContainText(/idle 100\s%/);
  expect(await accessibilityFindings(page)).toEqual([]);
});
