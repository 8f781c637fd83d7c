import { expect, test } from './app';

test('why did order 42 take so long? Answered in four actions from the freshly opened flow', async ({
  app,
}) => {
  await app.openExample('A synchronous bus blocks its caller');
  const actions: string[] = [];
  const act = async (what: string, how: () => Promise<void>) => {
    actions.push(what);
    await how();
  };

  const field = app.bottom.getByRole('textbox', { name: 'Event number or key' });
  await act('show the tab Follow', () => app.showTab('Follow'));
  await act('type the number', () => field.fill('42'));
  await act('press Enter', () => field.press('Enter'));

  // How long, where most of it went, and why there: whom it waited for, down to who works on what until when.
  const summary = app.bottom.getByTestId('life-summary');
  await expect(summary).toContainText('OrderPlaced #42 took 2.33 s');
  await expect(summary).toContainText(/Most of it, .* in the backlog of Storefront/);
  const because = app.bottom.getByTestId('because');
  await expect(because).toContainText(
    /Why there: OrderPlaced #42 is number \d+ in the backlog of Storefront; Storefront waits for orders to answer for OrderPlaced #\d+; orders waits for (.+) to be done with OrderPlaced #\d+; \1 works on OrderPlaced #\d+ until \d+\.\d{3}/,
  );

  // And that very moment on the canvas, with the node that held it up.
  await act('go there', () => because.getByRole('button', { name: /^Go to step/ }).click());
  await expect(app.inspector.getByRole('region', { name: 'Right now' })).toContainText('waits');
  expect(actions.length).toBeLessThanOrEqual(4);
});
