import type { Line } from './Benchmark';
import { benchmarks } from './benchmarks/index';

/*
 * npm run bench            measures everything
 * npm run bench -- events  measures only what is named
 *
 * Absolute figures belong to the machine; the ratios are what counts.
 */

const words = process.argv.slice(2);
const isKnown = words.every((word) => benchmarks.some(({ id }) => id === word));
const chosen = benchmarks.filter(({ id }) => isKnown && (words.length === 0 || words.includes(id)));
if (!isKnown) {
  console.error(`Choose among: ${benchmarks.map(({ id }) => id).join(', ')}`);
  process.exitCode = 2;
}

for (const benchmark of chosen) {
  console.log(`\n${benchmark.title}`);
  for (const line of benchmark.run()) console.log(textOf(line));
}

function textOf({ what, value, unit, ratio, against, goal }: Line): string {
  const figure = `${value.toPrecision(3)} ${unit}`;
  const compared = ratio === undefined ? '' : `${ratio.toPrecision(3)} × ${against ?? ''}`;
  const wanted =
    goal === undefined ? '' : `(goal ${goal}${ratio !== undefined && ratio >= goal ? ', reached' : ''})`;
  return `  ${what.padEnd(36)} ${figure.padStart(16)}   ${compared} ${wanted}`.trimEnd();
}
