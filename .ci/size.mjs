// Measures what a first visit must download: the files dist/index.html names, compressed.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetsKb = { js: 210, css: 15 };

const html = readFileSync('dist/index.html', 'utf8');
const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
const files = new Set(
  tags
    .filter((tag) => tag.startsWith('<script') || /rel="(?:modulepreload|stylesheet)"/.test(tag))
    .map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1])
    .filter((file) => file !== undefined),
);

let isWithin = true;
for (const [extension, budgetKb] of Object.entries(budgetsKb)) {
  const own = [...files].filter((file) => file.endsWith(`.${extension}`));
  const bytes = own.map(
    (file) => gzipSync(readFileSync(new URL(file, new URL('../dist/', import.meta.url)))).length,
  );
  const totalKb = bytes.reduce((sum, size) => sum + size, 0) / 1000;
  const verdict = totalKb <= budgetKb ? 'fits' : 'TOO BIG';
  console.log(`${extension}: ${totalKb.toFixed(1)} kB of ${budgetKb} kB in ${own.length} files, ${verdict}`);
  if (totalKb > budgetKb) isWithin = false;
  if (extension === 'js' && own.length === 0) {
    console.log('js: dist/index.html names no script, so nothing was measured');
    isWithin = false;
  }
}
process.exitCode = isWithin ? 0 : 1;
