import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as first from './en/first';
import * as later from './en/later';

const src = fileURLToPath(new URL('../..', import.meta.url));
const endings = ['.ts', '.tsx'];

/** Texts that answer to something a person did: they may come after the first picture. */
const answers =
  /^(editor\.(edit\.|pasteNoFlow$)|player\.undo|panels\.(undo\.|addedWired$|share\.cop|file\.opened|link\.opened$))/;

/** Every file that is loaded before the first picture: what the entry imports without `import()`. */
function firstFiles(entry = join(src, 'main.tsx'), seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const imports = readFileSync(entry, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*? from '([#.][^']+)';/gm,
  );
  for (const [, specifier = ''] of imports) {
    const path = specifier.startsWith('#') ? join(src, specifier.slice(1)) : join(dirname(entry), specifier);
    const file = endings.map((ending) => path + ending).find(existsSync);
    if (file !== undefined) firstFiles(file, seen);
  }
  return seen;
}

const keysOf = (areas: Readonly<Record<string, object>>) =>
  Object.entries(areas).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`));

test('the first picture names no text that comes after it', () => {
  const files = [...firstFiles()].filter((file) => !file.includes('/i18n/'));
  expect(files.length).toBeGreaterThan(150);
  const lateKeys = new Set(keysOf(later));
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([a-z]+\.[\w. -]+)'/gi)]
      .map(([, key = '']) => key)
      .filter((key) => lateKeys.has(key) && !answers.test(key))
      .map((key) => `${file.slice(src.length)}: ${key}`),
  );
  expect(named).toEqual([]);
});

test('no text lies in two parts', () => {
  const firstKeys = new Set(keysOf(first));
  expect(keysOf(later).filter((key) => firstKeys.has(key))).toEqual([]);
});
