import { existsSync, readFileSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FileSink, InterruptWatch, Io, TextSink } from './Io';

/** Where the built file stands: in `dist/cli`, two folders below the package, beside `dist/examples`. */
const here = import.meta.url;
const ending = '.flow.json';

/** The world as Node shows it. */
export function createNodeIo(): Io {
  return {
    output: sinkOf(process.stdout),
    errors: sinkOf(process.stderr),
    isTerminal: process.stderr.isTTY,
    version: versionOfPackage(),
    readFile: (path) => readFile(path, 'utf8'),
    openFile,
    readInput: () => text(process.stdin),
    inputLines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    listTemplates,
    readTemplate: (name) => readFile(new URL(`${name}${ending}`, templateFolder()), 'utf8'),
    watchInterrupt,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    nowMs: () => performance.now(),
  };
}

/** Resolves when the text was handed on; a reader that went away makes it reject with `EPIPE`. */
function sinkOf(stream: Writable): TextSink {
  stream.on('error', () => {
    // The write that failed rejects; without a listener the stream would throw once more.
  });
  return {
    write: (written) =>
      new Promise((resolve, reject) => {
        stream.write(written, (error) => (error instanceof Error ? reject(error) : resolve()));
      }),
  };
}

async function openFile(path: string): Promise<FileSink> {
  const file = await open(path, 'w');
  return {
    write: async (written) => void (await file.write(written)),
    close: () => file.close(),
  };
}

async function listTemplates(): Promise<readonly string[]> {
  const names = await readdir(templateFolder());
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
}

/** Beside the built file; from the sources, where the page has them. */
function templateFolder(): URL {
  const shipped = new URL('../examples/', here);
  return existsSync(fileURLToPath(shipped)) ? shipped : new URL('../../public/examples/', here);
}

function versionOfPackage(): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', here), 'utf8'));
    const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
    return hasVersion ? String(manifest.version) : 'unknown';
  } catch {
    return 'unknown'; // The file was taken out of its package.
  }
}

function watchInterrupt(): InterruptWatch {
  let isInterrupted = false;
  // Only once: whoever presses Ctrl-C again does not want to wait.
  const onInterrupt = () => {
    isInterrupted = true;
  };
  process.once('SIGINT', onInterrupt);
  return {
    isInterrupted: () => isInterrupted,
    stop: () => void process.off('SIGINT', onInterrupt),
  };
}
