import type { CommandArguments } from './CommandArguments';
import type { ExitCode } from './exitCodes';
import type { Io } from './Io';

/** An option of a command, such as `--seed N`. */
export interface CommandOption {
  /** Without the hyphens. */
  readonly name: string;
  /** What stands for its value in the help; absent for a flag, which has none. */
  readonly value?: string;
  /** One letter. */
  readonly short?: string;
  readonly help: string;
}

/** One thing the program does, as a file of its own in `commands`. */
export interface Command {
  readonly name: string;
  /** The operands as the help shows them; one line for each way to write them. */
  readonly operands: readonly string[];
  /** How many operands there may be. */
  readonly counts: readonly number[];
  readonly summary: string;
  readonly options: readonly CommandOption[];
  /** Throws a `CliFailure` for what it cannot do. */
  perform(given: CommandArguments, io: Io): Promise<ExitCode>;
}

/** The option that most commands have. */
export const jsonOption: CommandOption = { name: 'json', help: 'print one JSON document' };
