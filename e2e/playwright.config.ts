import { defineConfig } from '@playwright/test';
import { findBrowser, isRoot } from './findBrowser';
import { findFreePort } from './findFreePort';

// Playwright reads this file once more in each of its workers, which inherit what the first reading found.
process.env['BUSBAR_BROWSER'] = findBrowserOrExit();
process.env['BUSBAR_PORT'] ??= String(findFreePort());

const address = `http://127.0.0.1:${process.env['BUSBAR_PORT']}`;

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  // The machine may be busy with the other worker; what is slow for people is measured elsewhere.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env['BUSBAR_E2E_REPORT'] ?? 'results/report.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    // Without moving pictures, which would cost the page that moves the most time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['BUSBAR_BROWSER'],
      args: [
        ...(isRoot() ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --strictPort --port ${process.env['BUSBAR_PORT']}`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
});

/** Ends with the one line that says what to do, which a stack trace would bury. */
function findBrowserOrExit(): string {
  try {
    return findBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
