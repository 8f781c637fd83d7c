import { defineConfig } from '@playwright/test';
import { findFreePort } from '../findFreePort';
import config from '../playwright.config';

process.env['BUSBAR_PLAIN_PORT'] ??= String(findFreePort());
const plain = `http://127.0.0.1:${process.env['BUSBAR_PLAIN_PORT']}`;
const { webServer } = config;

/** Measures, one after another, and judges nothing: what is printed is for people. */
export default defineConfig({
  ...config,
  testMatch: '*.speed.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  reporter: 'line',
  outputDir: '../results',
  // Noting every move of the mouse with all of the page would be most of what is measured.
  use: { ...config.use, trace: 'off', screenshot: 'off' },
  webServer: [
    ...(webServer === undefined ? [] : [webServer].flat()).map((server) => ({ ...server, cwd: '../..' })),
    {
      command: `npx vite preview --mode plain --host 127.0.0.1 --strictPort --port ${process.env['BUSBAR_PLAIN_PORT']}`,
      cwd: '../..',
      url: `${plain}/plain.html`,
      reuseExistingServer: false,
    },
  ],
});
