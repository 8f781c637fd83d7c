import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** Where the playhead stands, and the trace hash there. */
export interface Place {
  readonly step: number;
  readonly timeMs: number;
  readonly hash: string;
}

/** A link, a file or a paste must never make the page ask anybody else, break its policy, or throw. */
function watch(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:/.test(url.protocol) && url.hostname !== '127.0.0.1') {
      complaints.push(`request to ${request.url()}`);
    }
  });
  return complaints;
}

/** Says in the console what the content security policy stopped. Runs inside the page. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
  });
}

/** The page as people see it: by role and label, in English unless a spec says otherwise. */
export class App {
  readonly page: Page;
  readonly player: Locator;
  readonly palette: Locator;
  readonly inspector: Locator;
  readonly bottom: Locator;
  readonly canvas: Locator;
  readonly dialog: Locator;
  /** What was said at the foot of the page. */
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.player = page.getByRole('toolbar', { name: 'Player' });
    this.palette = page.getByRole('toolbar', { name: 'Add to the flow' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.bottom = page.getByRole('region', { name: 'Timeline and log' });
    this.canvas = page.getByRole('group', { name: /^Flow / });
    this.dialog = page.getByRole('dialog');
    this.toast = page
      .getByRole('status')
      .filter({ has: page.getByRole('button', { name: 'Close message' }) });
  }

  /** Opens the page and waits until a flow can be played. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect(this.page.getByTestId('trace-hash')).toBeAttached();
    // It comes together with the keyboard, and after the first picture.
    await expect(this.page.getByTestId('messages')).toBeAttached();
  }

  /** Opens the page on one of the examples, at rest before its first step. */
  async openExample(title: string, address = '/'): Promise<void> {
    await this.open(address);
    await this.command('Examples …');
    await this.dialog.getByRole('button', { name: title }).click();
    await expect(this.dialog).toBeHidden();
    await expect(this.flowName).toHaveValue(title);
    await expect(this.player.getByRole('button', { name: 'Pause' })).toBeVisible();
    await this.backToStart();
  }

  /** Opens the page, and on it a flow from a file. */
  async openFlow(flow: { readonly name: string }): Promise<void> {
    await this.open();
    await this.page.keyboard.press('Control+o');
    const buffer = Buffer.from(JSON.stringify(flow));
    await this.page
      .getByLabel('Choose a file …')
      .setInputFiles({ name: 'flow.json', mimeType: 'application/json', buffer });
    await expect(this.flowName).toHaveValue(flow.name);
  }

  /** Opens the page on an empty flow. */
  async openEmpty(): Promise<void> {
    await this.open();
    await this.menu('New flow');
    await expect(this.page.getByText('An empty canvas')).toBeVisible();
  }

  get flowName(): Locator {
    return this.page.getByRole('banner').getByRole('textbox', { name: 'Name of the flow' });
  }

  /** Picks from the menu of the flow. */
  async menu(item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu of the flow' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Finds a command by typing its name. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const search = this.page.getByRole('combobox', { name: 'Type a command or the name of a node' });
    await search.fill(name);
    await expect(this.page.getByRole('option', { name }).first()).toBeVisible();
    await search.press('Enter');
  }

  /** A node on the canvas, by its name. Its accessible name goes on with its state and figures. */
  node(name: string): Locator {
    return this.canvas
      .getByRole('img', { name: new RegExp(`^[^,]* ${escaped(name)}(,|$)`) })
      .and(this.page.locator('[id^="flow-node-"]'));
  }

  wire(from: string, to: string): Locator {
    return this.canvas.getByRole('img', { name: new RegExp(`^${escaped(from)} to ${escaped(to)},`) });
  }

  /** Selects a node by a click on its name. */
  async select(name: string): Promise<void> {
    await this.node(name).click({ position: { x: 60, y: 14 } });
    await expect(this.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
  }

  get isPlaying(): Promise<boolean> {
    return this.player.getByRole('button', { name: 'Pause' }).isVisible();
  }

  async play(): Promise<void> {
    await this.player.getByRole('button', { name: 'Play' }).click();
  }

  async pause(): Promise<void> {
    await this.player.getByRole('button', { name: 'Pause' }).click();
    await expect(this.player.getByRole('button', { name: 'Play' })).toBeVisible();
  }

  async backToStart(): Promise<void> {
    await this.player.getByRole('button', { name: 'Back to start' }).click();
    await expect.poll(() => this.step()).toBe(0);
  }

  /** The virtual clock in milliseconds. */
  async timeMs(): Promise<number> {
    return parseClock(await this.page.getByTestId('clock').innerText());
  }

  async step(): Promise<number> {
    return Number(await this.page.getByTestId('step').textContent());
  }

  /** Where the resting playhead stands, once its hash is known. */
  async place(): Promise<Place> {
    let place: Place = { step: -1, timeMs: 0, hash: '' };
    await expect
      .poll(async () => {
        const hash = this.page.getByTestId('trace-hash');
        const step = await this.step();
        const hashStep = await hash.getAttribute('data-step');
        place = { step, timeMs: await this.timeMs(), hash: (await hash.getAttribute('data-hash')) ?? '' };
        return hashStep === String(step) && (await this.step()) === step;
      })
      .toBe(true);
    return place;
  }

  async showTab(
    name:
      | 'Timeline'
      | 'Follow'
      | 'Event log'
      | 'Sequence'
      | 'Metrics'
      | 'Next steps'
      | 'Interventions'
      | 'Compare',
  ): Promise<void> {
    await this.bottom.getByRole('tab', { name }).click();
  }

  /** Goes to a step by clicking its row of the event log. */
  async goToStep(step: number): Promise<void> {
    await this.showTab('Event log');
    const grid = this.bottom.getByRole('grid', { name: 'Event log' });
    await grid.hover();
    const row = this.bottom.getByRole('row', { name: new RegExp(`^${step} `) });
    // A long list shows only the rows in view: turns the wheel until the row is there.
    await expect(async () => {
      const top = grid.getByRole('row', { name: /^\d/ }).first();
      const first = Number(await top.getAttribute('aria-rowindex'));
      const height = (await top.boundingBox())?.height ?? 28;
      if (!(await row.isVisible())) await this.page.mouse.wheel(0, (step - first - 10) * height);
      await expect(row).toBeVisible({ timeout: 300 });
    }).toPass({ timeout: 10_000 });
    await row.getByRole('cell').or(row.getByRole('gridcell')).nth(3).click();
    await expect.poll(() => this.step()).toBe(step);
  }

  /** Lets the page draw so many pictures: what was to change by itself has changed then. */
  async drawPictures(count = 12): Promise<void> {
    await this.page.evaluate(async (n) => {
      for (let index = 0; index < n; index += 1) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
    }, count);
  }

  /** The middle of a port of a node, in pixels of the window. */
  async port(node: string, port: string): Promise<{ readonly x: number; readonly y: number }> {
    const id = (await this.node(node).getAttribute('id'))?.replace('flow-node-', '') ?? '';
    const place = await this.page.locator(`[data-node="${id}"][data-port="${port}"]`).boundingBox();
    if (place === null) throw new Error(`${node} shows no port ${port}.`);
    return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  }

  /** A figure of the node's Metrics tab. `queue` names the table of a bus's queue. */
  async metric(name: string, queue?: string): Promise<number> {
    const table =
      queue === undefined
        ? this.inspector.getByRole('table').first()
        : this.inspector.getByRole('table', { name: `Queue of ${queue}` });
    const row = table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
    return Number((await row.getByRole('cell').innerText()).replaceAll(',', ''));
  }

  /** How many pixels of the token surface are painted. */
  async paintedPixels(): Promise<{ readonly count: number; readonly sum: number }> {
    return this.canvas.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      // A worker paints it: only a copy of it can be read.
      const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
      context?.drawImage(canvas, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: new Uint8ClampedArray(),
      };
      let count = 0;
      let sum = 0;
      for (let index = 3; index < data.length; index += 4) {
        if (data[index] === 0) continue;
        count += 1;
        sum = (sum * 31 + index) % 1_000_000_007;
      }
      return { count, sum };
    });
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `1,003.966 s` in milliseconds. */
const parseClock = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 1000);

interface Fixtures {
  readonly app: App;
}

/** A test with a fresh profile, which fails on errors in the console, foreign requests and policy violations. */
export const test = base.extend<Fixtures>({
  app: async ({ page }, provide) => {
    const complaints = watch(page);
    await page.addInitScript(reportViolations);
    await provide(new App(page));
    expect(complaints).toEqual([]);
  },
});

export { expect } from '@playwright/test';
