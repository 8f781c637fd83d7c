import { formatVersion } from '#engine/model/newDocument';
import { semanticsVersion } from '#engine/share/semanticsVersion';
import type { Command, CommandOption } from './Command';
import { textTable } from './textTable';

const flowHelp = `FLOW is the path of a flow file, - for standard input, a link or its fragment (#1.…), or template:NAME.
DURATION is virtual time: 500ms, 10s, 1m30s, 2h, or a plain number of milliseconds.
`;

const exitHelp = `Exit codes: 0 good, 1 the answer is no, 2 wrong usage, 3 the run ended stuck or at a limit, 4 an input
cannot be used, 70 a bug, 130 cancelled. Errors go to standard error. More is in docs/cli.md.
`;

/** What `busbar help` prints. */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.flatMap(({ name, operands, summary }) =>
    operands.map((one, index) => [`  ${name} ${one}`, index === 0 ? summary : '']),
  );
  const table = textTable([{ title: 'Commands:' }, { title: '' }], rows);
  return `Runs flows of Busbar without a browser.

Usage: busbar COMMAND [OPERANDS] [OPTIONS]
       busbar help COMMAND

${table}
${flowHelp}
${exitHelp}`;
}

/** What `busbar help COMMAND` prints. */
export function commandHelp({ name, operands, summary, options }: Command): string {
  const usage = operands.map((one) => `busbar ${name} ${one}`).join('\n       ');
  const table = textTable(
    [{ title: 'Options:' }, { title: '' }],
    options.map((option) => [`  ${optionText(option)}`, option.help]),
  );
  return `${sentenceOf(summary)}\n\nUsage: ${usage}\n${table === '' ? '' : `\n${table}`}\n${flowHelp}`;
}

/** What `busbar --version` prints: of the program, of the format of flows, and of the rules they run by. */
export function versionLine(version: string): string {
  return `busbar ${version} (flow format ${formatVersion}, semantics ${semanticsVersion})\n`;
}

function optionText({ name, value, short }: CommandOption): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function sentenceOf(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
