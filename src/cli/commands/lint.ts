import { findEvidence, type Sight } from '#engine/analysis/lint/findEvidence';
import { judgeFlow, type Finding } from '#engine/analysis/lint/judgeFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { jsonOption, type Command } from '../Command';
import { exitCodes } from '../exitCodes';
import { readFlow } from '../readFlow';

/** Far enough to see most things happen, and done in a second. */
const usualSteps = 50_000;

export const lint: Command = {
  name: 'lint',
  operands: ['FLOW'],
  counts: [1],
  summary: 'warn of what experts would, without running',
  options: [
    { name: 'show', help: 'run it too, and say where each of it is first seen' },
    { name: 'max-steps', value: 'N', help: `look at so many steps with --show (${usualSteps})` },
    jsonOption,
  ],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const doc = await readFlow(given.operand(0), io, isJson);
    const findings = judgeFlow(doc, judgedKinds);
    const maxSteps = given.wholeNumber('max-steps', 1, 10_000_000) ?? usualSteps;
    const wanted = findings.map(({ evidence }) => evidence);
    const sights = given.hasFlag('show') ? findEvidence(doc, runningKinds, wanted, maxSteps) : [];
    const told = findings.map((finding, index) => ({ ...finding, seen: sights[index] ?? null }));
    const count = (severity: Finding['severity']) => told.filter((one) => one.severity === severity).length;
    const counts = { warnings: count('warning'), hints: count('hint') };
    await io.output.write(
      isJson
        ? `${JSON.stringify({ ...counts, findings: told }, null, 2)}\n`
        : `${told.map(linesOf).join('')}${said(counts.warnings, 'warning')}, ${said(counts.hints, 'hint')}\n`,
    );
    return counts.warnings === 0 ? exitCodes.good : exitCodes.no;
  },
};

interface Told extends Finding {
  readonly seen: Sight | null;
}

function linesOf({ severity, code, nodes, message, remedies, seen }: Told): string {
  const place = nodes.length === 0 ? '' : ` ${nodes.join(', ')}`;
  const more = remedies.map((remedy) => `  remedy: ${remedy.message}\n`);
  if (seen !== null) more.push(`  seen at ${(seen.timeUs / 1e6).toFixed(3)} s, step ${seen.step}\n`);
  return `${severity} ${code}${place}: ${message}\n${more.join('')}`;
}

const said = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
