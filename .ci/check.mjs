// Runs every stage in order, whatever the earlier ones said, and counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'busbar-check-'));
const unitReport = join(folder, 'unit.json');
const e2eReport = join(folder, 'e2e.json');

const stages = [
  { name: 'types', script: ['types'] },
  { name: 'lint', script: ['lint'] },
  { name: 'format', script: ['format:check'] },
  {
    name: 'unit',
    script: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  { name: 'dead', script: ['dead'] },
  { name: 'build', script: ['build'] },
  { name: 'size', script: ['size'] },
  { name: 'cli', script: ['cli'] },
  { name: 'e2e', script: ['e2e'], count: countE2e },
];

function countUnit() {
  const report = read(unitReport);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

function countE2e() {
  const stats = read(e2eReport)?.stats;
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function run(stage) {
  console.log(`\n── ${stage.name}`);
  const startMs = performance.now();
  const npm = spawnSync('npm', ['run', '--silent', ...stage.script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, BUSBAR_E2E_REPORT: e2eReport },
  });
  const tests = stage.count?.() ?? { passed: 0, failed: 0 };
  const sawNoTests = stage.count !== undefined && tests.passed + tests.failed === 0;
  if (sawNoTests) console.log(`${stage.name} ran no tests, which counts as a failure`);
  const isGood = npm.status === 0 && !sawNoTests;
  return { name: stage.name, isGood, tests, seconds: (performance.now() - startMs) / 1000 };
}

const results = stages.map(run);
rmSync(folder, { recursive: true, force: true });

console.log('');
for (const { name, isGood, tests, seconds } of results) {
  const counted = tests.passed + tests.failed > 0 ? `, ${tests.passed} passed, ${tests.failed} failed` : '';
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(6)} ${seconds.toFixed(1)} s${counted}`);
}
const passed = results.reduce((sum, { isGood, tests }) => sum + tests.passed + Number(isGood), 0);
const failed = results.reduce((sum, { isGood, tests }) => sum + tests.failed + Number(!isGood), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
