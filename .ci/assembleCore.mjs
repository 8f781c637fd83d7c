// Compiles the core of plain flows to WebAssembly and puts its bytes where the engine looks for them.
import { createMemoryStream, main, version } from 'assemblyscript/asc';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const entry = 'src/engine/core/assembly/run.ts';
const holder = /src[\\/]engine[\\/]core[\\/]coreBytes\.ts$/;
/** What was compiled before, by its sources: it takes some seconds, and every test run and bundle wants it. */
const store = `${root}node_modules/.core/`;
const flags = ['--runtime', 'stub', '--noAssert', '--optimizeLevel', '3', '--shrinkLevel', '0'];
const memory = ['--initialMemory', '1'];

function compiled() {
  const key = keyOfSources();
  const known = readOrNull(`${store}${key}`);
  return known ?? compile(key);
}

function keyOfSources() {
  const folders = ['src/engine/core/assembly/', 'src/engine/core/'];
  const files = folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${root}${folder}${name}`)),
  );
  const hash = createHash('sha256').update(JSON.stringify([version, flags, memory]));
  for (const file of files) hash.update(file);
  return hash.digest('hex');
}

/** The bytes as base64 text. */
async function compile(key) {
  let binary;
  const stderr = createMemoryStream();
  const { error } = await main([entry, '--outFile', 'core.wasm', ...flags, ...memory], {
    // It looks for a file under several names.
    readFile: (name) => readOrNull(`${root}${name}`),
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => [],
    stderr,
  });
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`);
  const text = Buffer.from(binary).toString('base64');
  mkdirSync(store, { recursive: true });
  // Who reads meanwhile finds all of it or nothing.
  writeFileSync(`${store}${key}.${process.pid}`, text);
  renameSync(`${store}${key}.${process.pid}`, `${store}${key}`);
  return text;
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** A plugin of Vite that does so in every bundle that has the core. */
export function assembleCore() {
  return {
    name: 'assemble-core',
    async load(id) {
      if (!holder.test(id.split('?')[0])) return null;
      return `export const coreBytes = ${JSON.stringify(await compiled())};\n`;
    },
  };
}
