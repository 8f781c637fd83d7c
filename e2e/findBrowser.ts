import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const variable = 'BUSBAR_BROWSER';

const names = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const usualPlaces = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium to test with, installing one when the machine has none. Throws one plain sentence. */
export function findBrowser(): string {
  return fromVariable() ?? present() ?? installedByApt() ?? installedByPlaywright() ?? giveUp();
}

function fromVariable(): string | undefined {
  const path = process.env[variable];
  if (path === undefined || path === '') return undefined;
  if (!isExecutable(path))
    throw new Error(`${variable} is set to "${path}", which is not an executable file.`);
  return path;
}

function present(): string | undefined {
  return ofPlaywright() ?? onPathOrUsualPlace();
}

function ofPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onPathOrUsualPlace(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces].find(isExecutable);
}

function installedByApt(): string | undefined {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return undefined;
  attempt('apt-get', ['update', '-qq']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    const path = onPathOrUsualPlace();
    if (path !== undefined) return path;
  }
  return undefined;
}

function installedByPlaywright(): string | undefined {
  attempt('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  return ofPlaywright();
}

function giveUp(): never {
  throw new Error(`No Chromium found and none could be installed: set ${variable} to the path of one.`);
}

/** Runs a command and carries on when it fails: what counts is whether a browser is there afterwards. */
function attempt(command: string, args: string[]): void {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 600_000 });
  } catch {
    console.error(`"${command} ${args.join(' ')}" did not succeed.`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the process is root, for whom Chromium refuses to start with its sandbox. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
