// Runs every worked example of docs/cli.md with the built command line, and compares what it prints.
// `…` stands for any text in a line, and on a line of its own for any lines. The width of columns does not matter.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const page = readFileSync('docs/cli.md', 'utf8');
const blocks = [...page.matchAll(/^```console\n(.*?)^```/gms)].map(([, text]) => text);
const examples = blocks.flatMap((block) =>
  block
    .split(/^\$ /m)
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), output: part.slice(end + 1) };
    }),
);

const folder = mkdtempSync(join(tmpdir(), 'busbar-cli-'));
symlinkSync(resolve('dist/cli/busbar.js'), join(folder, 'busbar'));

function expected(output) {
  const pattern = output
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*?.*' : escaped(line)))
    .join('\n');
  return new RegExp(`^${pattern}$`);
}

function escaped(line) {
  return line
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('…', '.*')
    .replace(/ {2,}/g, ' +');
}

let failed = 0;
for (const { command, output } of examples) {
  const shell = spawnSync('sh', ['-c', `{ ${command}\n} 2>&1`], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    timeout: 60_000,
  });
  if (expected(output).test(shell.stdout)) continue;
  failed += 1;
  console.log(`$ ${command}\nshould print\n${output}\nand prints\n${shell.stdout}`);
}
rmSync(folder, { recursive: true, force: true });

console.log(`${examples.length} examples of docs/cli.md, ${failed} not as they are written`);
process.exitCode = examples.length > 0 && failed === 0 ? 0 : 1;
