/** What the program answers the shell with; docs/cli.md states them. */
export const exitCodes = {
  /** Done; where there was a question, the answer is yes. */
  good: 0,
  /** The answer is no: no match, errors in a flow, another hash. */
  no: 1,
  /** An unknown command or option, or an operand too many or too few. */
  usage: 2,
  /** The run ended stuck, or a limit stopped it. */
  stopped: 3,
  /** A file, link, template or pattern cannot be used. */
  input: 4,
  /** A bug in this program. */
  bug: 70,
  /** Ended by Ctrl-C, with what was found so far. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
