import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser, isRoot } from './findBrowser';
import { findFreePort } from './findFreePort';

// Playwright reads this file once more in each of its workers, which inherit what the first reading found.
process.env['BUSBAR_BROWSER'] = findBrowser();
process.env['BUSBAR_PORT'] ??= String(findFreePort());

const address = `http://127.0.0.1:${process.env['BUSBAR_PORT']}`;

export default defineConfig({
  testDir: '.',
  outputDir: join(tmpdir(), 'busbar-e2e'),
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['BUSBAR_E2E_REPORT'] ?? join(tmpdir(), 'busbar-e2e.json') }],
  ],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
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
