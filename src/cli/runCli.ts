import { parseArgs } from 'node:util';
import { CliFailure, usageFailure } from './CliFailure';
import type { Command } from './Command';
import { CommandArguments } from './CommandArguments';
import { commands } from './commands/index';
import { exitCodes, type ExitCode } from './exitCodes';
import { commandHelp, programHelp, versionLine } from './helpTexts';
import type { Io } from './Io';
import { printProblems } from './printProblems';

/** Does what a command line says, and answers with the exit code. A pipe that nobody reads any more ends it quietly. */
export async function runCli(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await perform(words, io);
  } catch (error) {
    if (isBrokenPipe(error)) return exitCodes.good;
    if (!(error instanceof CliFailure)) throw error;
    await printProblems(error.problems, words.includes('--json'), io.errors);
    return error.exitCode;
  }
}

async function perform(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name = '', ...rest] = words;
  if (['', 'help', '--help', '-h'].includes(name)) return help(rest, io);
  if (name === '--version' || name === '-v') {
    await io.output.write(versionLine(io.version));
    return exitCodes.good;
  }
  const command = commandOf(name);
  if (rest.includes('--help') || rest.includes('-h')) return help([name], io);
  return command.perform(readArguments(command, rest), io);
}

async function help([name]: readonly string[], io: Io): Promise<ExitCode> {
  await io.output.write(name === undefined ? programHelp(commands) : commandHelp(commandOf(name)));
  return exitCodes.good;
}

function commandOf(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const names = commands.map((one) => one.name).join(', ');
  throw usageFailure(`There is no command "${name}". Choose one of these: ${names}, help.`);
}

function readArguments(command: Command, words: readonly string[]): CommandArguments {
  const options = Object.fromEntries(
    command.options.map(({ name, value, short }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. (?=To )/);
    throw usageFailure(`${sentence}. See: busbar ${command.name} --help.`);
  }
  if (!command.counts.includes(parsed.positionals.length)) {
    const ways = command.operands.map((operands) => `busbar ${command.name} ${operands}`).join(', or ');
    throw usageFailure(`Write: ${ways}.`);
  }
  return new CommandArguments(parsed.positionals, parsed.values);
}

function isBrokenPipe(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPIPE';
}
