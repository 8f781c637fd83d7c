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

/** Whether lines are as expected: of the wildcards only the latest ever has to take one line more. */
function isAsExpected(output, printed) {
  const wanted = linesOf(output);
  const found = linesOf(printed);
  let [at, next, afterGap, retryAt] = [0, 0, -1, 0];
  while (at < found.length) {
    if (wanted[next] === '…') [afterGap, retryAt] = [++next, at];
    else if (next < wanted.length && isLine(wanted[next], found[at])) [next, at] = [next + 1, at + 1];
    else if (afterGap >= 0) [next, at] = [afterGap, ++retryAt];
    else return false;
  }
  return wanted.slice(next).every((line) => line === '…');
}

const linesOf = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trimEnd());

/** Whether the parts between the wildcards follow each other in the line. */
function isLine(wanted, found) {
  const parts = wanted.split('…');
  if (parts.length === 1) return wanted === found;
  const last = parts.pop();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const place = found.indexOf(part, at);
    if (place < 0 || (index === 0 && place > 0)) return false;
    at = place + part.length;
  }
  return found.length - last.length >= at && found.endsWith(last);
}

let failed = 0;
for (const { command, output } of examples) {
  const shell = spawnSync('sh', ['-c', `{ ${command}\n} 2>&1`], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    timeout: 60_000,
  });
  if (isAsExpected(output, shell.stdout)) continue;
  failed += 1;
  console.log(`$ ${command}\nshould print\n${output}\nand prints\n${shell.stdout}`);
}
rmSync(folder, { recursive: true, force: true });

console.log(`${examples.length} examples of docs/cli.md, ${failed} not as they are written`);
process.exitCode = examples.length > 0 && failed === 0 ? 0 : 1;
